using CostEstimator.Api.Estimates;

namespace CostEstimator.Api.PriceLists;

/// <summary>Something that can be priced.</summary>
public sealed record TreatmentResponse
{
    /// <summary>The code by which requests name the treatment.</summary>
    /// <example>allogeneic-bmt</example>
    public required string Code { get; init; }

    /// <summary>The name, ready to show.</summary>
    /// <example>Allogeneic bone marrow transplant</example>
    public required string Name { get; init; }

    /// <summary>The code of what is counted.</summary>
    /// <example>procedure</example>
    public required string Unit { get; init; }

    /// <summary>The quantity of an item that names none.</summary>
    public required QuantityResponse DefaultQuantity { get; init; }

    /// <summary>
    /// What one unit costs today, whatever the case, in the price list's currency; null when that cannot be told: the treatment is
    /// on request, it has rules in a currency without an exchange rate, or its price depends on too many facts.
    /// </summary>
    public required PriceRangeResponse? UnitPrice { get; init; }

    /// <summary>How prices were converted to the price list's currency; null: all of them were published in it.</summary>
    public required ExchangeResponse? Exchange { get; init; }

    /// <summary>Whether in some case no price is published today; false, too, where the price depends on too many facts to tell.</summary>
    public required bool OnRequest { get; init; }

    /// <summary>The facts that refine the price, in the order in which all answers list them.</summary>
    public required IReadOnlyList<FactResponse> Facts { get; init; }
}
