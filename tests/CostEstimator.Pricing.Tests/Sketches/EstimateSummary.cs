using System.Text.Json;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Tests.BruteForce;

namespace CostEstimator.Pricing.Tests.Sketches;

/// <summary>Everything that an estimate says, in short notation: what golden cases expect and in which two are compared.</summary>
internal sealed record EstimateSummary
{
    public required string Total { get; init; }

    public required IReadOnlyList<LineSummary> Lines { get; init; }

    /// <summary>The questions in order, each with its options: <c>clinic: a 81500, b 63000</c>.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    public string OpenBecause { get; init; } = string.Empty;

    public string OnRequest { get; init; } = string.Empty;

    public static EstimateSummary Of(Estimate estimate) => new()
    {
        Total = PriceSpan.Of(estimate.Total).ToString(),
        Lines = [.. estimate.Lines.Select(LineSummary.Of)],
        Questions = [.. estimate.Questions.Select(Text)],
        OpenBecause = Text(estimate.OpenBecause),
        OnRequest = Text(estimate.OnRequest),
    };

    public static EstimateSummary Of(BruteForceEstimate estimate) => new()
    {
        Total = estimate.Total.ToString(),
        Lines = [.. estimate.Lines.Select(LineSummary.Of)],
        Questions = [.. estimate.Questions.Select(Text)],
        OpenBecause = Text(estimate.TreatmentsOf(line => line.Price.High is null)),
        OnRequest = Text(estimate.TreatmentsOf(line => line.IsOnRequest)),
    };

    public override string ToString() => JsonSerializer.Serialize(this, SketchJson.Options);

    private static string Text(Question question) =>
        $"{question.Fact}: {string.Join(", ", question.Options.Select(option => $"{option.Value} {PriceSpan.Of(option.Total)}"))}";

    private static string Text(Answers answers) =>
        $"{answers.Fact}: {string.Join(", ", answers.Totals.Select((total, value) => $"{answers.Fact.Values[value]} {total}"))}";

    private static string Text(IEnumerable<Treatment> treatments) => string.Join(", ", treatments);
}
