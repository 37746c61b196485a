using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaMoney;

namespace CostEstimator.Pricing.ExchangeRates;

/// <summary>The exchange rates that the Central Bank of the Republic of Türkiye published for a day.</summary>
public sealed class Bulletin
{
    private readonly FrozenDictionary<string, ExchangeRate> _rates;
    private readonly ConcurrentDictionary<(string From, string To), Conversion> _conversions = new();

    /// <summary>Creates a bulletin.</summary>
    /// <param name="number">The bank's number of the bulletin: <c>2026/176</c>.</param>
    /// <param name="day">The day that it is for.</param>
    /// <param name="rates">The rates, in any order, each currency once.</param>
    /// <exception cref="ArgumentException">The number is empty, there is no rate, or a currency has two.</exception>
    public Bulletin(string number, DateOnly day, IEnumerable<ExchangeRate> rates)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        Number = number;
        Day = day;
        Rates = [.. rates.OrderBy(rate => rate.Currency.Code, StringComparer.Ordinal)];
        if (Rates.IsEmpty || Rates.Select(rate => rate.Currency.Code).Distinct(StringComparer.Ordinal).Count() != Rates.Length)
        {
            throw new ArgumentException("There is no rate, or a currency has two.", nameof(rates));
        }

        _rates = Rates.ToFrozenDictionary(rate => rate.Currency.Code, StringComparer.Ordinal);
        Currencies = [.. Rates.Select(rate => rate.Currency).Append(Base).OrderBy(currency => currency.Code, StringComparer.Ordinal)];
    }

    /// <summary>The currency that all rates are in: the Turkish lira.</summary>
    public static Currency Base { get; } = Currency.FromCode("TRY");

    /// <summary>The bank's number of the bulletin.</summary>
    public string Number { get; }

    /// <summary>The day that the bulletin is for.</summary>
    public DateOnly Day { get; }

    /// <summary>The rates, by code of the currency.</summary>
    public ImmutableArray<ExchangeRate> Rates { get; }

    /// <summary>The currencies that can be exchanged for each other: those with a rate, and the lira, by code.</summary>
    public ImmutableArray<Currency> Currencies { get; }

    /// <summary>The rate of a currency, or null: the bank did not publish one, or it is the lira.</summary>
    public ExchangeRate? Find(Currency currency) => _rates.GetValueOrDefault(currency.Code);

    /// <summary>How to convert prices between two currencies, the same each time, or null: one of them has no rate.</summary>
    /// <param name="from">The currency of a price.</param>
    /// <param name="to">The currency that it is wanted in, another one.</param>
    public Conversion? Convert(Currency from, Currency to) => IsKnown(from) && IsKnown(to)
        ? _conversions.GetOrAdd((from.Code, to.Code), static (_, asked) => asked.Bulletin.NewConversion(asked.From, asked.To), (Bulletin: this, From: from, To: to))
        : null;

    /// <summary>The number.</summary>
    public override string ToString() => Number;

    private Conversion NewConversion(Currency from, Currency to) => new(from, Find(from), to, Find(to));

    private bool IsKnown(Currency currency) => currency == Base || _rates.ContainsKey(currency.Code);
}
