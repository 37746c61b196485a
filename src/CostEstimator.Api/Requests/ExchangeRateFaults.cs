using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Requests;

/// <summary>What is wrong with a currency that prices cannot be converted to.</summary>
internal static class ExchangeRateFaults
{
    /// <summary>Says which rate there is not, and lists the other currencies that there are.</summary>
    public static Fault Of(Place place, Currency from, Currency to, PriceListSnapshot snapshot, DateOnly on)
    {
        var detail = snapshot.Bulletins.On(on) is { } bulletin
            ? Message.Of(
                Templates.NoRate, ("from", from.Code), ("to", to.Code), ("bulletin", bulletin.Number), ("day", bulletin.Day))
            : Message.Of(Templates.NoBulletin, ("day", on), ("to", to.Code));
        return new Fault(ProblemKind.NoExchangeRate, place, detail, [.. snapshot.CurrenciesOn(on).Where(code => code != to.Code)]);
    }

    /// <summary>Says that there are no rates for a day.</summary>
    public static Fault Of(Place place, DateOnly on) => Fault.Of(ProblemKind.NoExchangeRate, place, Templates.NoBulletinToShow, ("day", on));
}
