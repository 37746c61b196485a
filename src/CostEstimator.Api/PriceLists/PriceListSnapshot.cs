using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CostEstimator.Api.ExchangeRates;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.PriceLists;

/// <summary>Price data and bulletins with what is made of them once: a request takes one snapshot, and never sees a mixture.</summary>
internal sealed class PriceListSnapshot
{
    private const int DaysKept = 64;

    private readonly ConcurrentDictionary<DateOnly, ImmutableArray<TreatmentPrice>> _treatmentPrices = new();
    private readonly ConcurrentDictionary<DateOnly, string> _tagsOfBulletins = new();
    private readonly ConcurrentDictionary<Language, Words> _words = new();
    private readonly FrozenSet<Currency> _published;
    private readonly int _staleAfterDays;

    /// <summary>Creates a snapshot.</summary>
    /// <param name="data">The price data.</param>
    /// <param name="bulletins">The bulletins of exchange rates.</param>
    /// <param name="staleAfterDays">After how many days a bulletin is stale.</param>
    public PriceListSnapshot(PriceData data, Bulletins bulletins, int staleAfterDays)
    {
        Data = data;
        Bulletins = bulletins;
        _staleAfterDays = staleAfterDays;
        _published = data.List.Rules.Select(rule => rule.Range.Currency).Append(data.List.Currency).ToFrozenSet();
    }

    public PriceData Data { get; }

    public Bulletins Bulletins { get; }

    /// <summary>How answers from these data are worded in a language.</summary>
    public Words WordsIn(Language language) => _words.GetOrAdd(language, static (asked, data) => new Words(data.Texts, asked), Data);

    /// <summary>Whether a bulletin is too old for prices of a day to be converted without a warning.</summary>
    public bool IsStale(Bulletin bulletin, DateOnly on) => on.DayNumber - bulletin.Day.DayNumber > _staleAfterDays;

    /// <summary>How prices were converted on a day.</summary>
    public ExchangeInUse InUse(EstimateExchange exchange, DateOnly on) => new(exchange, IsStale(exchange.Bulletin, on));

    /// <summary>Whether estimates of a day can be given in a currency: prices are published in it, or can be converted to it.</summary>
    public bool IsCurrency(Currency currency, DateOnly on) =>
        _published.Contains(currency) || (Bulletins.On(on) is { } bulletin && CanConvert(bulletin) && bulletin.Currencies.Contains(currency));

    /// <summary>The currencies in which estimates of a day can be given, by code.</summary>
    public IReadOnlyList<string> CurrenciesOn(DateOnly on) =>
    [
        .. _published
            .Concat(Bulletins.On(on) is { } bulletin && CanConvert(bulletin) ? bulletin.Currencies : [])
            .Select(currency => currency.Code)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
    ];

    /// <summary>What tells the bulletin in use on a day, and whether it is called stale, from every other; empty: there is none.</summary>
    public string TagOfBulletin(DateOnly on) => Bulletins.On(on) is { } inUse
        ? _tagsOfBulletins.GetOrAdd(inUse.Day, static (_, tagged) => TagOf(tagged.InUse, tagged.StaleAfterDays), (InUse: inUse, StaleAfterDays: _staleAfterDays))
        : "";

    /// <summary>The price of each treatment on a day, in the order of the treatments.</summary>
    public ImmutableArray<TreatmentPrice> TreatmentPrices(DateOnly on)
    {
        if (_treatmentPrices.Count > DaysKept)
        {
            _treatmentPrices.Clear();
        }

        return _treatmentPrices.GetOrAdd(
            on, day => [.. Data.List.Treatments.Select(treatment => Estimator.PriceOf(Data.List, Bulletins.On(day), treatment, day))]);
    }

    private static string TagOf(Bulletin bulletin, int staleAfterDays)
    {
        var rates = bulletin.Rates.Select(rate => FormattableString.Invariant($"{rate.Currency.Code} {rate.Unit} {rate.Buying} {rate.Selling}"));
        var content = string.Create(CultureInfo.InvariantCulture, $"{staleAfterDays} {bulletin.Number} {bulletin.Day:O} {string.Join(' ', rates)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    private bool CanConvert(Bulletin bulletin) => bulletin.Currencies.Any(_published.Contains);
}
