using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Tests.BruteForce;

namespace CostEstimator.Pricing.Tests.Properties;

public sealed class NarrowingTests
{
    [Fact]
    public void Total_OneMoreFactStated_LiesWithinTheFormer() => ForEveryAnswer((before, _, _, after) =>
        Assert.True(PriceSpan.Of(before.Total).Encloses(PriceSpan.Of(after.Total))));

    [Fact]
    public void Questions_OneMoreFactStated_OptionToldTheTotal() => ForEveryAnswer((before, fact, value, after) =>
    {
        var question = before.Questions.SingleOrDefault(question => ReferenceEquals(question.Fact, fact));
        var foretold = question is null ? before.Total : question.Options.Single(option => option.Value == value).Total;
        Assert.Equal(foretold, after.Total);
    });

    [Fact]
    public void Questions_OneMoreFactStated_AreNotOnThatFact() => ForEveryAnswer((_, fact, _, after) =>
        Assert.DoesNotContain(after.Questions, question => ReferenceEquals(question.Fact, fact)));

    private static void ForEveryAnswer(Action<Estimate, Fact, string, Estimate> assert) => Check.ForAll(RandomSketches.Any, 150, sketch =>
    {
        var problem = sketch.Build();
        var before = problem.Estimate();
        var unknown = problem.List.Facts.Except(problem.Request.Case.Stated.Select(stated => stated.Fact));
        foreach (var (fact, value) in unknown.SelectMany(fact => fact.Values.Select(value => (fact, value))))
        {
            assert(before, fact, value, problem.Stating(fact, value).Estimate());
        }
    });
}
