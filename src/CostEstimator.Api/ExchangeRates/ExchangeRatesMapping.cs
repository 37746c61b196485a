using System.Globalization;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.PriceLists;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;

namespace CostEstimator.Api.ExchangeRates;

/// <summary>Puts exchange rates into the form of the contract.</summary>
internal static class ExchangeRatesMapping
{
    public static ExchangeRatesResponse ToResponse(this Bulletin bulletin, PriceListSnapshot snapshot, DateOnly on) => new()
    {
        On = on,
        Bulletin = bulletin.Number,
        Day = bulletin.Day,
        Stale = snapshot.IsStale(bulletin, on),
        Base = Bulletin.Base.Code,
        Currencies = snapshot.CurrenciesOn(on),
        Rates = [.. bulletin.Rates.Select(ToResponse)],
    };

    public static ExchangeResponse ToResponse(this EstimateExchange exchange, bool isStale) => new()
    {
        Bulletin = exchange.Bulletin.Number,
        Day = exchange.Bulletin.Day,
        Stale = isStale,
        Rates = [.. exchange.Conversions.Select(ToResponse)],
        BulletinRates =
        [
            .. exchange.Conversions
                .SelectMany(conversion => new[] { conversion.From, conversion.To })
                .Distinct()
                .Select(exchange.Bulletin.Find)
                .OfType<ExchangeRate>()
                .OrderBy(rate => rate.Currency.Code, StringComparer.Ordinal)
                .Select(ToResponse)
        ],
    };

    private static ConversionResponse ToResponse(Conversion conversion) => new()
    {
        From = conversion.From.Code,
        To = conversion.To.Code,
        Buying = Rate(conversion.Buying),
        Selling = Rate(conversion.Selling),
    };

    private static ExchangeRateResponse ToResponse(ExchangeRate rate) => new()
    {
        Currency = rate.Currency.Code,
        Unit = rate.Unit,
        Buying = Rate(rate.Buying),
        Selling = Rate(rate.Selling),
    };

    // Every decimal that there is, and no zeros after them.
    private static string Rate(decimal rate) => rate.ToString("0.############################", CultureInfo.InvariantCulture);
}
