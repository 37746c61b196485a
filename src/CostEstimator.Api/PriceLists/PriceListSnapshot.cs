using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.PriceLists;

/// <summary>Price data with what is made of them once: a request takes one snapshot, and never sees a mixture.</summary>
internal sealed class PriceListSnapshot(PriceData data)
{
    private const int DaysKept = 64;

    private readonly ConcurrentDictionary<DateOnly, ImmutableArray<TreatmentPrice>> _treatmentPrices = new();

    public PriceData Data { get; } = data;

    /// <summary>How answers from these data are worded, in English.</summary>
    public Words Words { get; } = new(data.Texts);

    /// <summary>The currencies in which estimates can be given, by code.</summary>
    public ImmutableArray<string> Currencies { get; } =
        [.. data.List.Rules.Select(rule => rule.Range.Currency.Code).Append(data.List.Currency.Code).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The price of each treatment on a day, in the order of the treatments.</summary>
    public ImmutableArray<TreatmentPrice> TreatmentPrices(DateOnly on)
    {
        if (_treatmentPrices.Count > DaysKept)
        {
            _treatmentPrices.Clear();
        }

        return _treatmentPrices.GetOrAdd(on, day => [.. Data.List.Treatments.Select(treatment => Estimator.PriceOf(Data.List, treatment, day))]);
    }
}
