using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>The pricing engine.</summary>
/// <remarks>
/// What is not known widens the range; it never blocks the estimate. The engine is a pure function of the price list and the
/// request: the same inputs give the same estimate, always and everywhere.
/// </remarks>
public static class Estimator
{
    /// <summary>Estimates what the items of a request cost.</summary>
    /// <param name="list">The price list that the request's treatments and facts are from.</param>
    /// <param name="request">What to estimate.</param>
    /// <returns>An <see cref="Estimates.Estimate"/>, <see cref="TooManyScenarios"/> or <see cref="NoExchangeRate"/>.</returns>
    /// <exception cref="ArgumentException">A treatment of the request is not in the price list.</exception>
    public static EstimateOutcome Estimate(PriceList list, EstimateRequest request)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(request);
        return new EstimateComputation(list, request).Run();
    }

    /// <summary>What one unit of a treatment costs when nothing is known of the case.</summary>
    /// <param name="list">The price list.</param>
    /// <param name="treatment">A treatment of the price list.</param>
    /// <param name="on">The day whose prices count.</param>
    /// <returns>The price in the currency of the price list.</returns>
    /// <exception cref="ArgumentException">The treatment is not in the price list.</exception>
    public static TreatmentPrice PriceOf(PriceList list, Treatment treatment, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(treatment);
        var item = new Item(treatment, treatment.DefaultQuantity);
        var request = new EstimateRequest([item], Case.Unknown, list.Currency, on);
        var table = UnitPriceTableBuilder.Build(item, list, request, out var tooMany);
        if (table is null || table.Unconvertible is not null)
        {
            return new TreatmentPrice(treatment, null, IsOnRequest: false, table?.Facts ?? tooMany!.Facts);
        }

        var unitPrice = table.IsOnRequest ? null : RoundedIn(table.Hull(), request);
        return new TreatmentPrice(treatment, unitPrice, table.IsOnRequest, table.Facts);
    }

    internal static PriceRange RoundedIn(Interval interval, EstimateRequest request) =>
        interval.RoundOutward(NodaMoney.CurrencyInfo.FromCode(request.Currency.Code).DecimalDigits).In(request.Currency);
}
