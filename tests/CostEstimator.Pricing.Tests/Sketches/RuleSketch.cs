namespace CostEstimator.Pricing.Tests.Sketches;

/// <summary>A price rule in short notation.</summary>
/// <param name="Code">The rule's code.</param>
/// <param name="Treatment">The code of the treatment.</param>
/// <param name="Low">The least price.</param>
/// <param name="High">The greatest price; null: not known.</param>
/// <param name="Conditions">As the data files write them: <c>clinic=a;donor=related|unrelated</c>.</param>
/// <param name="From">The first day in force, or null.</param>
/// <param name="To">The first day no longer in force, or null.</param>
/// <param name="Source">The code of the source.</param>
/// <param name="Currency">The currency of the range; null: that of the sketch.</param>
internal sealed record RuleSketch(
    string Code,
    string Treatment,
    string Low,
    string? High = null,
    string Conditions = "",
    string? From = null,
    string? To = null,
    string Source = "price-list",
    string? Currency = null);
