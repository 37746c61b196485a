using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>The unit price of a treatment in every scenario of the unknown facts that matter to it.</summary>
/// <remarks>
/// Scenarios are numbered like the digits of a number: the last of <see cref="Facts"/> changes fastest. The table does not
/// depend on the quantity, so items of one treatment under the same conditions share it. Immutable, safe to share between threads.
/// </remarks>
internal sealed class UnitPriceTable
{
    public required Treatment Treatment { get; init; }

    public required Conditions Conditions { get; init; }

    /// <summary>The unknown facts that the price, or whether the item applies, may depend on, in order.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>The unit price in each scenario.</summary>
    public required UnitPrice[] Prices { get; init; }

    /// <summary>The rules that are kept in some scenario, by code.</summary>
    public required ImmutableArray<PriceRule> Basis { get; init; }

    /// <summary>Whether in some scenario rules that are kept side by side were published with different prices.</summary>
    public required bool SourcesDisagree { get; init; }

    /// <summary>A rule that is kept in some scenario, but published in a currency that cannot be converted; null: none.</summary>
    public required Currency? Unconvertible { get; init; }

    /// <summary>The conversions to the currency of the table that its prices rest on.</summary>
    public required ImmutableArray<Conversion> Conversions { get; init; }

    /// <summary>Whether some scenario leaves the item out.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether some scenario finds no published price.</summary>
    public required bool IsOnRequest { get; init; }

    /// <summary>
    /// The price of one unit over the scenarios in which the item applies, in the currency of the table, rounded outward; null: on request.
    /// </summary>
    public required PriceRange? UnitPrice { get; init; }

    /// <summary>Whether it is that of an item, whatever the quantity.</summary>
    public bool IsOf(Item item) => IsOf(item.Treatment, item.Conditions);

    /// <summary>Whether both are of the same treatment under the same conditions.</summary>
    public bool IsOfSameItem(UnitPriceTable other) => IsOf(other.Treatment, other.Conditions);

    private bool IsOf(Treatment treatment, Conditions conditions) => Treatment.Code == treatment.Code && Conditions.Equals(conditions);
}
