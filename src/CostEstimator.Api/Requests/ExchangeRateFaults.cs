using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Requests;

/// <summary>What is wrong with a currency that prices cannot be converted to.</summary>
internal static class ExchangeRateFaults
{
    /// <summary>Says which rate there is not, and lists the currencies that there are: those in which the whole request can be priced.</summary>
    /// <param name="place">Where the request names its currency.</param>
    /// <param name="request">The request, as far as it was understood.</param>
    /// <param name="snapshot">The price data.</param>
    public static Fault Of(Place place, EstimateRequest request, PriceListSnapshot snapshot)
    {
        var (list, to) = (snapshot.Data.List, request.Currency);
        var bulletin = snapshot.Bulletins.On(request.On);
        var published = Estimator.PublishedCurrencies(list, request);
        var from = published.Where(currency => !CanConvert(currency, to, bulletin)).DefaultIfEmpty(list.Currency).First();
        var detail = bulletin is not null
            ? Message.Of(Templates.NoRate, ("from", from.Code), ("to", to.Code), ("bulletin", bulletin.Number), ("day", bulletin.Day))
            : Message.Of(Templates.NoBulletin, ("day", request.On), ("to", to.Code));
        return new Fault(ProblemKind.NoExchangeRate, place, detail,
        [
            .. snapshot.CurrenciesOn(request.On)
                .Where(code => published.All(currency => CanConvert(currency, Currency.FromCode(code), bulletin)))
        ]);
    }

    /// <summary>Says that there are no rates for a day.</summary>
    public static Fault Of(Place place, DateOnly on) => Fault.Of(ProblemKind.NoExchangeRate, place, Templates.NoBulletinToShow, ("day", on));

    private static bool CanConvert(Currency from, Currency to, Bulletin? bulletin) => from == to || bulletin?.Convert(from, to) is not null;
}
