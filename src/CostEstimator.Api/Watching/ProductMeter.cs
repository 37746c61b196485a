using System.Diagnostics.Metrics;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;

namespace CostEstimator.Api.Watching;

/// <summary>What operators watch of the product itself, beside what the framework measures of requests.</summary>
internal sealed class ProductMeter
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "CostEstimator.Api";

    private readonly Counter<long> _estimates;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _quotes;
    private readonly Counter<long> _refusals;

    public ProductMeter(IMeterFactory meters, CurrentPriceList current, PricingDay day)
    {
        var meter = meters.Create(Name);
        _estimates = meter.CreateCounter<long>("cost_estimator.estimates", "{estimate}", "Estimates that were answered.");
        _repeated = meter.CreateCounter<long>("cost_estimator.answers.repeated", "{answer}", "Answers that were kept in memory, and given again.");
        _quotes = meter.CreateCounter<long>("cost_estimator.quotes.issued", "{quote}", "Quotes that were issued and kept.");
        _refusals = meter.CreateCounter<long>("cost_estimator.refusals", "{request}", "Requests that were refused, by the code of the problem; those for health are not counted.");
        meter.CreateObservableGauge(
            "cost_estimator.price_list.age", () => AgeOfPriceList(current.Snapshot, day.Today), "d", "Days since the source of a rule in force was read: the one that was read longest ago.");
        meter.CreateObservableGauge(
            "cost_estimator.bulletin.age", () => AgeOfBulletin(current.Snapshot, day.Today), "d", "Days since the day of the bulletin of exchange rates in use.");
    }

    public void Estimated() => _estimates.Add(1);

    public void Repeated() => _repeated.Add(1);

    public void QuoteIssued() => _quotes.Add(1);

    public void Refused(ProblemKind kind) => _refusals.Add(1, new KeyValuePair<string, object?>("problem", kind.Code));

    private static IEnumerable<Measurement<int>> AgeOfPriceList(PriceListSnapshot snapshot, DateOnly today) => snapshot.Data.List.Rules
        .Where(rule => rule.Validity.Contains(today))
        .Select(rule => rule.Source.ReadOn)
        .Order()
        .Take(1)
        .Select(read => new Measurement<int>(today.DayNumber - read.DayNumber));

    private static IEnumerable<Measurement<int>> AgeOfBulletin(PriceListSnapshot snapshot, DateOnly today) =>
        snapshot.Bulletins.On(today) is { } bulletin ? [new Measurement<int>(today.DayNumber - bulletin.Day.DayNumber)] : [];
}
