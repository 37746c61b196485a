using System.Collections.Immutable;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Pricing.Tests.Sketches;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>What a price list remembers of earlier estimates shows in none.</summary>
public sealed class RememberedPricesTests
{
    // The first time nothing is remembered yet, the second time it is, the third time the estimate is made of it.
    private const int Times = 3;

    // No rate may be higher.
    private const decimal GreatestOfOne = 10_000;

    [Fact]
    public void Estimate_AfterOthersOfThePriceList_IsThatOfAPriceListThatRemembersNothing() =>
        Check.ForAll(RandomSketches.Any, 200, sketch => AssertRemembersWell(sketch.Build()));

    [Fact]
    public void Estimate_SomeRateIsMissing_IsThatOfAPriceListThatRemembersNothing() =>
        Check.ForAll(RandomSketches.LackingRates, 100, sketch => AssertRemembersWell(sketch.Build()));

    [Fact]
    public void Estimate_ManyAtOnce_IsThatOfAPriceListThatRemembersNothing() => Check.ForAll(RandomSketches.Any, 10, sketch =>
    {
        var problem = sketch.Build();
        var questions = QuestionsOf(problem);
        var expected = questions.ConvertAll(question => Said(question.AskedOf(Forgetful(problem.List))));

        var answers = Enumerable.Range(0, 40 * questions.Count)
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(8)
            .Select(place => Said(questions[place % questions.Count].AskedOf(problem.List)));

        Assert.All(answers, (answer, place) => Assert.Equal(expected[place % questions.Count], answer));
    });

    private static void AssertRemembersWell(PricingProblem problem)
    {
        var questions = QuestionsOf(problem);
        for (var time = 0; time < Times; time++)
        {
            foreach (var question in questions)
            {
                Assert.Equal(Said(question.AskedOf(Forgetful(problem.List))), Said(question.AskedOf(problem.List)));
            }
        }
    }

    /// <summary>The request, and others that differ from it in one thing each; all of them are of the very same items.</summary>
    private static List<PricingQuestion> QuestionsOf(PricingProblem problem)
    {
        var stage = new Stage("programme", "stage");
        var items = problem.Request.Items;
        var request = problem.Request with { Items = [.. items.Select(item => item with { Stage = stage }), .. items] };
        var asked = new PricingQuestion(problem.Bulletin, request);
        return
        [
            asked,
            asked with { Request = request with { On = request.On.AddDays(-1) } },
            asked with { Request = request with { On = request.On.AddDays(1) } },
            asked with { Request = request with { Currency = Currency.FromCode("TRY") } },
            asked with { Request = request with { Currency = Currency.FromCode("JPY") } },
            asked with { Request = request with { Case = Case.Unknown } },
            asked with { Request = request with { Items = [.. request.Items.Reverse()] } },
            .. problem.List.Facts.SelectMany(fact => fact.Values.Select(value => asked with { Request = request with { Case = Stating(fact, value) } })),
            asked with { Bulletin = null },
            .. problem.Bulletin is { } bulletin ? [asked with { Bulletin = Dearer(bulletin) }] : ImmutableArray<PricingQuestion>.Empty,
        ];
    }

    private static Case Stating(Fact fact, string value) => new([KeyValuePair.Create(fact, value)]);

    private static Bulletin Dearer(Bulletin bulletin) => new(
        bulletin.Number,
        bulletin.Day,
        bulletin.Rates.Select(rate => new ExchangeRate(rate.Currency, rate.Unit, rate.Buying, Math.Min(rate.Selling * 2, GreatestOfOne * rate.Unit))));

    private static PriceList Forgetful(PriceList list) => new(list.Treatments, list.Facts, list.Rules, list.Programmes);

    private static string Said(EstimateOutcome outcome) => outcome switch
    {
        Estimate estimate => EstimateSummary.Of(estimate).ToString(),
        NoExchangeRate refusal => $"{refusal.From.Code} {refusal.To.Code} {refusal.Bulletin}",
        TooManyScenarios refusal => string.Join(' ', refusal.Facts),
        _ => throw new ArgumentException($"{outcome}", nameof(outcome)),
    };

    private sealed record PricingQuestion(Bulletin? Bulletin, EstimateRequest Request)
    {
        public EstimateOutcome AskedOf(PriceList list) => Estimator.Estimate(list, Bulletin, Request);
    }
}
