using System.Globalization;
using System.Text.Json;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Tests.BruteForce;
using NodaMoney;

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

    /// <summary>The bulletin and the conversions: <c>2026/176 of 2026-09-18: USD 0.8696389391 to 0.8727745784</c>; empty: none.</summary>
    public string Exchange { get; init; } = string.Empty;

    public static EstimateSummary Of(Estimate estimate) => new()
    {
        Total = PriceSpan.Of(estimate.Total).ToString(),
        Lines = [.. estimate.Lines.Select(LineSummary.Of)],
        Questions = [.. estimate.Questions.Select(Text)],
        OpenBecause = Text(estimate.OpenBecause),
        OnRequest = Text(estimate.OnRequest),
        Exchange = estimate.Exchange is { } exchange ? Text(exchange.Bulletin, exchange.Conversions.Select(Text)) : string.Empty,
    };

    public static EstimateSummary Of(BruteForceEstimate estimate) => new()
    {
        Total = estimate.Total.ToString(),
        Lines = [.. estimate.Lines.Select(LineSummary.Of)],
        Questions = [.. estimate.Questions.Select(Text)],
        OpenBecause = Text(estimate.TreatmentsOf(line => line.Price.High is null)),
        OnRequest = Text(estimate.TreatmentsOf(line => line.IsOnRequest)),
        Exchange = estimate.Converted.Any()
            ? Text(estimate.Exchange.Bulletin!, estimate.Converted.Select(from => Text(from, estimate.Exchange)))
            : string.Empty,
    };

    public override string ToString() => JsonSerializer.Serialize(this, SketchJson.Options);

    private static string Text(Question question) =>
        $"{question.Fact}: {string.Join(", ", question.Options.Select(option => $"{option.Value} {PriceSpan.Of(option.Total)}"))}";

    private static string Text(Answers answers) =>
        $"{answers.Fact}: {string.Join(", ", answers.Totals.Select((total, value) => $"{answers.Fact.Values[value]} {total}"))}";

    private static string Text(IEnumerable<Treatment> treatments) => string.Join(", ", treatments);

    private static string Text(Bulletin bulletin, IEnumerable<string> conversions) =>
        string.Create(CultureInfo.InvariantCulture, $"{bulletin.Number} of {bulletin.Day:yyyy-MM-dd}: {string.Join(", ", conversions)}");

    private static string Text(Conversion conversion) => Text(conversion.From.Code, conversion.Buying, conversion.Selling);

    private static string Text(Currency from, Exchange exchange) =>
        Text(from.Code, exchange.Low(from).Down(10), exchange.High(from).Up(10));

    private static string Text(string from, decimal low, decimal high) =>
        string.Create(CultureInfo.InvariantCulture, $"{from} {low:0.##########} to {high:0.##########}");
}
