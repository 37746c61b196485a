using System.Text.Json;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Golden;

public sealed class GoldenTests
{
    private static readonly Dictionary<string, GoldenCase> Cases = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json")
        .Order(StringComparer.Ordinal)
        .SelectMany(file => Read(file).Select(golden => (Name: $"{Path.GetFileNameWithoutExtension(file)}: {golden.Name}", Golden: golden)))
        .ToDictionary(named => named.Name, named => named.Golden);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Estimate_GoldenCase_IsAsWorkedOutByHand(string name)
    {
        var golden = Cases[name];

        var estimate = EstimateSummary.Of(golden.Given.Build().Estimate());

        Assert.Equal(golden.Expected.ToString(), estimate.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Estimate_GoldenCase_IsInTheCurrencyOfTheRequestThroughout(string name)
    {
        var estimate = Cases[name].Given.Build().Estimate();

        PriceRange?[] ranges =
        [
            estimate.Total,
            .. estimate.Lines.SelectMany(line => new[] { line.Price, line.UnitPrice }),
            .. estimate.Questions.SelectMany(question => question.Options).Select(option => option.Total),
        ];
        var currency = Cases[name].Given.In ?? Cases[name].Given.Currency;
        Assert.All(ranges.OfType<PriceRange>(), range => Assert.Equal(currency, range.Currency.Code));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BruteForce_GoldenCase_IsAsWorkedOutByHand(string name)
    {
        var golden = Cases[name];

        var estimate = EstimateSummary.Of(BruteForcePricer.Estimate(golden.Given.Build()));

        Assert.Equal(golden.Expected.ToString(), estimate.ToString());
    }

    private static GoldenCase[] Read(string file) => JsonSerializer.Deserialize<GoldenCase[]>(File.ReadAllText(file), SketchJson.Options)!;
}
