using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Requests;

/// <summary>What is wrong with a currency that prices cannot be converted to.</summary>
internal static class ExchangeRateFaults
{
    /// <summary>Says that there is no rate for the currency of a request, and lists the currencies that there are.</summary>
    public static Fault Of(Place place, Currency to, PriceListSnapshot snapshot, DateOnly on) =>
        Of(place, snapshot.Data.List.Currency, to, snapshot, on).Knowing(snapshot.CurrenciesOn(on));

    /// <summary>Says which rate there is not for a price, and lists the other currencies in which it can be given.</summary>
    public static Fault Of(Place place, Currency from, Currency to, PriceListSnapshot snapshot, DateOnly on)
    {
        var bulletin = snapshot.Bulletins.On(on);
        var detail = bulletin is not null
            ? Message.Of(
                Templates.NoRate, ("from", from.Code), ("to", to.Code), ("bulletin", bulletin.Number), ("day", bulletin.Day))
            : Message.Of(Templates.NoBulletin, ("day", on), ("to", to.Code));
        return new Fault(ProblemKind.NoExchangeRate, place, detail, CurrenciesFrom(from, to, bulletin));
    }

    /// <summary>Says that there are no rates for a day.</summary>
    public static Fault Of(Place place, DateOnly on) => Fault.Of(ProblemKind.NoExchangeRate, place, Templates.NoBulletinToShow, ("day", on));

    private static IReadOnlyList<string> CurrenciesFrom(Currency from, Currency to, Bulletin? bulletin) =>
    [
        .. (bulletin?.Currencies ?? [])
            .Where(currency => bulletin!.Convert(from, currency) is not null)
            .Append(from)
            .Where(currency => currency != to)
            .Select(currency => currency.Code)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
    ];
}
