using System.Globalization;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Tests.BruteForce;

namespace CostEstimator.Pricing.Tests.Sketches;

/// <summary>A line of an estimate in short notation.</summary>
/// <param name="Item">The item, as a sketch writes it.</param>
/// <param name="Price">The price of the quantity.</param>
/// <param name="UnitPrice">The price of one unit; null: on request.</param>
/// <param name="Flags">Those of <c>optional</c>, <c>on request</c> and <c>sources disagree</c> that hold, in this order.</param>
/// <param name="Basis">The codes of the rules, in order.</param>
internal sealed record LineSummary(string Item, string Price, string? UnitPrice = null, string Flags = "", string Basis = "")
{
    public static LineSummary Of(EstimateLine line) => new(
        Text(line.Item),
        PriceSpan.Of(line.Price).ToString(),
        line.UnitPrice is { } unitPrice ? PriceSpan.Of(unitPrice).ToString() : null,
        FlagText(line.IsOptional, line.IsOnRequest, line.SourcesDisagree),
        string.Join(", ", line.Basis));

    public static LineSummary Of(BruteForceLine line) => new(
        Text(line.Item),
        line.Price.ToString(),
        line.IsOnRequest ? null : line.UnitPrice.ToString(),
        FlagText(line.IsOptional, line.IsOnRequest, line.SourcesDisagree),
        string.Join(", ", line.Basis));

    private static string Text(Item item)
    {
        var when = item.Conditions.All.IsEmpty ? string.Empty : $" if {item.Conditions}";
        return $"{item.Treatment}:{Text(item.Quantity)}{when}";
    }

    private static string Text(Quantity quantity) => quantity.Max == quantity.Min
        ? quantity.Min.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{quantity.Min}-{quantity.Max}");

    private static string FlagText(bool optional, bool onRequest, bool disagree)
    {
        string?[] flags = [optional ? "optional" : null, onRequest ? "on request" : null, disagree ? "sources disagree" : null];
        return string.Join(", ", flags.OfType<string>());
    }
}
