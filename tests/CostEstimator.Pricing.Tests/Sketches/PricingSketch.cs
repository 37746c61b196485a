using System.Text.Json;

namespace CostEstimator.Pricing.Tests.Sketches;

/// <summary>
/// A price list, bulletins and a request in short notation: what golden cases are written in and what the properties generate.
/// </summary>
internal sealed record PricingSketch
{
    /// <summary>The currency of the rules that name no other.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>The currency of the estimate; null: that of the rules.</summary>
    public string? In { get; init; }

    /// <summary>The facts in order, each with its values: <c>donor=related|unrelated</c>.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    public IReadOnlyList<RuleSketch> Rules { get; init; } = [];

    /// <summary>The bulletins in any order; the one in use on the day is found among them.</summary>
    public IReadOnlyList<BulletinSketch> Bulletins { get; init; } = [];

    /// <summary>The items: <c>chemotherapy:4-6</c>, <c>chemotherapy:4-</c>, <c>registry-search:1 if donor=unrelated</c>.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The facts of the case: <c>donor=related</c>.</summary>
    public IReadOnlyList<string> Stated { get; init; } = [];

    public string On { get; init; } = "2026-06-15";

    public PricingProblem Build() => new SketchReader(this).Read();

    /// <summary>The sketch as a golden case would write it.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, SketchJson.Options);
}
