using CostEstimator.Pricing.ExchangeRates;
using NodaMoney;

namespace CostEstimator.Storage.ExchangeRates;

/// <summary>A row of exchange_rates; prices as <see cref="ExactDecimal"/> writes them.</summary>
internal sealed record ExchangeRateRow
{
    public required string Day { get; init; }

    public required string Currency { get; init; }

    public required int Unit { get; init; }

    public required string Buying { get; init; }

    public required string Selling { get; init; }

    public static ExchangeRateRow Of(DateOnly day, ExchangeRate rate) => new()
    {
        Day = Iso.Format(day),
        Currency = rate.Currency.Code,
        Unit = rate.Unit,
        Buying = ExactDecimal.Format(rate.Buying),
        Selling = ExactDecimal.Format(rate.Selling),
    };

    public ExchangeRate ToRate() =>
        new(CurrencyInfo.FromCode(Currency), Unit, ExactDecimal.Parse(Buying), ExactDecimal.Parse(Selling));
}
