using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>Twelve facts in pairs that touch no common line: what the pairs cost is found pair by pair, and adds up.</summary>
public sealed class IndependentPairsTests
{
    [Fact]
    public void Estimate_TwelveFactsInPairs_IsTheSumOverThePairs() => Check.ForAll(RandomSketches.Pairs(maxValues: 3), 100, sketch =>
    {
        var estimate = sketch.Build().Estimate();

        var pairs = Pairs(sketch);
        Assert.Equal(PriceSpan.SumOf(pairs.Select(pair => pair.Total)), PriceSpan.Of(estimate.Total));
        Assert.Equal(
            pairs.SelectMany(pair => EstimateSummary.Of(pair).Lines).Select(line => line.ToString()).Order(),
            EstimateSummary.Of(estimate).Lines.Select(line => line.ToString()).Order());
    });

    [Fact]
    public void Questions_TwelveFactsInPairs_AddTheOtherPairs() => Check.ForAll(RandomSketches.Pairs(maxValues: 3), 100, sketch =>
    {
        var problem = sketch.Build();

        var questions = problem.Estimate().Questions;

        var expected = Answers.WorthAsking(AnswersOf(Pairs(sketch), problem)).ToList();
        Assert.Equal(expected.Select(answers => answers.Fact.Code), questions.Select(question => question.Fact.Code));
        Assert.Equal(
            expected.SelectMany(answers => answers.Totals),
            questions.SelectMany(question => question.Options).Select(option => PriceSpan.Of(option.Total)));
    });

    [Fact]
    public void Estimate_TwelveFactsInPairs_IsThatOfTheBruteForce() => Check.ForAll(RandomSketches.Pairs(maxValues: 2), 1, sketch =>
    {
        var problem = sketch.Build();
        Assert.Equal(EstimateSummary.Of(BruteForcePricer.Estimate(problem)).ToString(), EstimateSummary.Of(problem.Estimate()).ToString());
    });

    private static List<BruteForceEstimate> Pairs(PricingSketch sketch) =>
    [
        .. sketch.Items.Select(item => item.Split(':')[0]).Distinct().Select(treatment => sketch with
        {
            Facts = [.. RandomSketches.PairOf(treatment, sketch.Facts)],
            Rules = [.. sketch.Rules.Where(rule => rule.Treatment == treatment)],
            Items = [.. sketch.Items.Where(item => item.StartsWith($"{treatment}:", StringComparison.Ordinal))],
        }).Select(pair => BruteForcePricer.Estimate(pair.Build()))
    ];

    private static IEnumerable<Answers> AnswersOf(List<BruteForceEstimate> pairs, PricingProblem problem) =>
        from pair in pairs
        let others = pairs.Where(other => other != pair).Select(other => other.Total).ToList()
        from answers in pair.Answers
        select new Answers(problem.Fact(answers.Fact.Code), [.. answers.Totals.Select(total => PriceSpan.SumOf(others.Append(total)))]);
}
