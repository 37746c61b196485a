using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Requests;

/// <summary>What is wrong with a currency that prices cannot be converted to.</summary>
internal static class ExchangeRateFaults
{
    /// <summary>Says which rate there is not, and lists the currencies that there are on the day.</summary>
    public static Fault Of(Place place, Currency from, Currency to, PriceListSnapshot snapshot, DateOnly on)
    {
        var bulletin = snapshot.Bulletins.On(on);
        var detail = bulletin is not null
            ? Message.Of(
                Templates.NoRate, ("from", from.Code), ("to", to.Code), ("bulletin", bulletin.Number), ("day", bulletin.Day))
            : Message.Of(Templates.NoBulletin, ("day", on), ("to", to.Code));
        return new Fault(ProblemKind.NoExchangeRate, place, detail, snapshot.CurrenciesOn(on));
    }

    /// <summary>Says that there are no rates for a day.</summary>
    public static Fault Of(Place place, DateOnly on) => Fault.Of(ProblemKind.NoExchangeRate, place, Templates.NoBulletinToShow, ("day", on));

    /// <summary>The currencies that there are for a request: those in which everything that it asks for can be priced.</summary>
    public static IReadOnlyList<string> CurrenciesFor(EstimateRequest request, PriceListSnapshot snapshot) =>
    [
        .. snapshot.CurrenciesOn(request.On).Where(code => Estimator.Estimate(
            snapshot.Data.List, snapshot.Bulletins.On(request.On), request with { Currency = Currency.FromCode(code) }) is Estimate)
    ];
}
