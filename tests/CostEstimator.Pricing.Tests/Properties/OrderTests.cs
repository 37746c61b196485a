using System.Globalization;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Properties;

public sealed class OrderTests
{
    [Fact]
    public void Estimate_RulesInAnotherOrder_IsTheSame() => Check.ForAll(RandomSketches.Any, 150, sketch =>
    {
        var expected = Summary(sketch).ToString();
        Assert.All(Reordered(sketch.Rules), rules => Assert.Equal(expected, Summary(sketch with { Rules = rules }).ToString()));
    });

    [Fact]
    public void Estimate_RulesUnderOtherCodes_DiffersInTheCodesOnly() => Check.ForAll(RandomSketches.Any, 150, sketch =>
    {
        var oldCodes = sketch.Rules.Select((rule, place) => (rule.Code, New: (999 - place).ToString(CultureInfo.InvariantCulture)))
            .ToDictionary(codes => codes.New, codes => codes.Code);
        var renamed = sketch with { Rules = [.. sketch.Rules.Zip(oldCodes.Keys, (rule, code) => rule with { Code = code })] };

        var summary = Summary(renamed);

        var lines = summary.Lines.Select(line => line with { Basis = WithCodes(line.Basis, oldCodes) });
        Assert.Equal(Summary(sketch).ToString(), (summary with { Lines = [.. lines] }).ToString());
    });

    [Fact]
    public void Estimate_ItemsInAnotherOrder_HasTheSameTotalQuestionsAndLines() =>
        Check.ForAll(RandomSketches.Any, 150, AssertSameWithItemsInAnotherOrder);

    [Fact]
    public void Estimate_GroupsOfFactsMeetInAnotherOrder_HasTheSameTotalQuestionsAndLines() =>
        Check.ForAll(RandomSketches.Tangled, 25, AssertSameWithItemsInAnotherOrder);

    [Fact]
    public void Estimate_AskedAgain_IsTheSame() => Check.ForAll(RandomSketches.Any, 50, sketch =>
    {
        var problem = sketch.Build();
        Assert.Equal(EstimateSummary.Of(problem.Estimate()).ToString(), EstimateSummary.Of(problem.Estimate()).ToString());
    });

    private static EstimateSummary Summary(PricingSketch sketch) => EstimateSummary.Of(sketch.Build().Estimate());

    private static void AssertSameWithItemsInAnotherOrder(PricingSketch sketch)
    {
        var expected = Summary(sketch);
        Assert.All(Reordered(sketch.Items).Select(items => Summary(sketch with { Items = items })), actual =>
        {
            Assert.Equal(expected.Total, actual.Total);
            Assert.Equal(expected.Questions, actual.Questions);
            Assert.Equal(expected.Exchange, actual.Exchange);
            Assert.Equal(expected.Lines.Select(line => line.ToString()).Order(), actual.Lines.Select(line => line.ToString()).Order());
        });
    }

    private static IEnumerable<IReadOnlyList<T>> Reordered<T>(IReadOnlyList<T> parts) =>
    [
        [.. parts.Reverse()],
        [.. parts.Skip(1), .. parts.Take(1)],
        [.. parts.Where((_, place) => place % 2 == 1), .. parts.Where((_, place) => place % 2 == 0)],
    ];

    private static string WithCodes(string basis, Dictionary<string, string> oldCodes) => string.Join(
        ", ", basis.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(code => oldCodes[code]).Order(StringComparer.Ordinal));
}
