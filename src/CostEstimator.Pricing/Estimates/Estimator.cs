using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>The pricing engine.</summary>
/// <remarks>
/// What is not known widens the range; it never blocks the estimate. The engine is a pure function of the price list, the
/// bulletin and the request: the same inputs give the same estimate, always and everywhere.
/// </remarks>
public static class Estimator
{
    /// <summary>Estimates what the items of a request cost.</summary>
    /// <param name="list">The price list that the request's treatments and facts are from.</param>
    /// <param name="bulletin">The bulletin in use on the request's day; null: there is none, and nothing can be converted.</param>
    /// <param name="request">What to estimate.</param>
    /// <returns>An <see cref="Estimates.Estimate"/>, <see cref="TooManyScenarios"/> or <see cref="NoExchangeRate"/>.</returns>
    /// <exception cref="ArgumentException">A treatment of the request is not in the price list.</exception>
    public static EstimateOutcome Estimate(PriceList list, Bulletin? bulletin, EstimateRequest request)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(request);
        return new EstimateComputation(list, bulletin, request).Run();
    }

    /// <summary>What one unit of a treatment costs when nothing is known of the case.</summary>
    /// <param name="list">The price list.</param>
    /// <param name="bulletin">The bulletin in use on the day; null: there is none, and nothing can be converted.</param>
    /// <param name="treatment">A treatment of the price list.</param>
    /// <param name="on">The day whose prices count.</param>
    /// <returns>The price in the currency of the price list.</returns>
    /// <exception cref="ArgumentException">The treatment is not in the price list.</exception>
    public static TreatmentPrice PriceOf(PriceList list, Bulletin? bulletin, Treatment treatment, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(treatment);
        var item = new Item(treatment, treatment.DefaultQuantity);
        var request = new EstimateRequest([item], Case.Unknown, list.Currency, on);
        var table = UnitPriceTableBuilder.Build(item, list, request, bulletin, out var tooMany);
        if (table is null || table.Unconvertible is not null)
        {
            return new TreatmentPrice(treatment, null, table?.IsOnRequest ?? false, table?.Facts ?? tooMany!.Facts, Exchange: null);
        }

        var exchange = new CurrencyExchange(bulletin, list.Currency);
        exchange.Use(table.Conversions.AsSpan());
        return new TreatmentPrice(treatment, table.UnitPrice, table.IsOnRequest, table.Facts, table.IsOnRequest ? null : exchange.Result);
    }

    /// <summary>The currencies in which prices are published that an estimate of a request may rest on.</summary>
    /// <param name="list">The price list that the request's treatments and facts are from.</param>
    /// <param name="request">The request; its currency plays no part.</param>
    /// <returns>The currencies, by code; none: everything is on request.</returns>
    /// <exception cref="ArgumentException">A treatment of the request is not in the price list.</exception>
    public static ImmutableArray<Currency> PublishedCurrencies(PriceList list, EstimateRequest request)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(request);
        return
        [
            .. request.Items
                .Where(item => !EstimateComputation.IsExcluded(item, request.Case))
                .SelectMany(item => LiveRules.Of(list.RulesOf(item.Treatment), item.Conditions, request))
                .Select(rule => rule.Range.Currency)
                .Distinct()
                .OrderBy(currency => currency.Code, StringComparer.Ordinal)
        ];
    }
}
