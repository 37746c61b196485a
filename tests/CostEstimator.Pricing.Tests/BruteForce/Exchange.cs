using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Tests.Sketches;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>The section on currency taken at its word, for the currency and the day of a request.</summary>
internal sealed class Exchange
{
    private static readonly Fraction One = Fraction.Of(1);

    private readonly Currency _to;
    private readonly Dictionary<PriceRule, ExactSpan> _ranges = [];

    public Exchange(PricingProblem problem)
    {
        _to = problem.Request.Currency;
        Bulletin = problem.Bulletins.All.Where(bulletin => bulletin.Day <= problem.Request.On).MaxBy(bulletin => bulletin.Day);
        Decimals = CurrencyInfo.FromCode(_to.Code).DecimalDigits;
    }

    public Bulletin? Bulletin { get; }

    /// <summary>The decimals of the currency's minor unit.</summary>
    public int Decimals { get; }

    public bool IsNeeded(Currency from) => from.Code != _to.Code;

    public bool IsPossible(Currency from) => !IsNeeded(from) || (IsKnown(from) && IsKnown(_to));

    /// <summary>What low ends are multiplied by.</summary>
    public Fraction Low(Currency from) => !IsNeeded(from) ? One : Buying(from) / Selling(_to);

    /// <summary>What high ends are multiplied by.</summary>
    public Fraction High(Currency from) => !IsNeeded(from) ? One : Selling(from) / Buying(_to);

    /// <summary>The published range of a rule, converted, unrounded.</summary>
    public ExactSpan RangeOf(PriceRule rule)
    {
        if (!_ranges.TryGetValue(rule, out var range))
        {
            var (low, high) = (rule.Range.Low, rule.Range.High);
            range = new ExactSpan(
                Fraction.Of(low.Amount) * Low(low.Currency), high is { } known ? Fraction.Of(known.Amount) * High(known.Currency) : null);
            _ranges.Add(rule, range);
        }

        return range;
    }

    private static bool IsLira(Currency currency) => currency.Code == "TRY";

    private bool IsKnown(Currency currency) => Bulletin is not null && (IsLira(currency) || RateOf(currency) is not null);

    private ExchangeRate? RateOf(Currency currency) => Bulletin!.Rates.SingleOrDefault(rate => rate.Currency.Code == currency.Code);

    private Fraction Buying(Currency currency) => OfOneUnit(currency, rate => rate.Buying);

    private Fraction Selling(Currency currency) => OfOneUnit(currency, rate => rate.Selling);

    private Fraction OfOneUnit(Currency currency, Func<ExchangeRate, decimal> price) =>
        IsLira(currency) ? One : Fraction.Of(price(RateOf(currency)!)) / Fraction.Of(RateOf(currency)!.Unit);
}
