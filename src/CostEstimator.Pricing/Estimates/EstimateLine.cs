using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>An item with its price, over the scenarios in which it applies.</summary>
public sealed record EstimateLine
{
    /// <summary>The item.</summary>
    public required Item Item { get; init; }

    /// <summary>The price of one unit, rounded outward to the currency's minor unit; null when the line is on request.</summary>
    public required PriceRange? UnitPrice { get; init; }

    /// <summary>The price of the quantity, rounded outward to the currency's minor unit.</summary>
    public required PriceRange Price { get; init; }

    /// <summary>Whether some scenario leaves the item out.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether some scenario finds no published price for the item; it counts there as from 0, with no upper bound.</summary>
    public required bool IsOnRequest { get; init; }

    /// <summary>Whether in some scenario several rules hold, none more specific than another, and their published prices differ.</summary>
    public required bool SourcesDisagree { get; init; }

    /// <summary>The rules that decide the price in some scenario, by code.</summary>
    public required ImmutableArray<PriceRule> Basis { get; init; }
}
