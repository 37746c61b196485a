using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>What is of interest in a sketch.</summary>
internal static class SketchTraits
{
    public static IReadOnlyDictionary<string, Func<PricingProblem, BruteForceEstimate, bool>> All { get; } =
        new Dictionary<string, Func<PricingProblem, BruteForceEstimate, bool>>
        {
            ["sources disagree"] = (_, estimate) => estimate.Lines.Any(line => line.SourcesDisagree),
            ["two rules kept, the same range"] = (_, estimate) => Anywhere(estimate, item => item.Kept.Count > 1 && !item.SourcesDisagree),
            ["a rule is dropped"] = (_, estimate) => Anywhere(estimate, item => item.IsSomeRuleDropped),
            ["a rule is dropped in some scenario only"] = (_, estimate) => InSomeScenarioOnly(estimate, item => item.IsSomeRuleDropped),
            ["on request in every scenario"] = (_, estimate) => EveryItem(estimate).Any(item => item.All(priced => !priced.IsPriced)),
            ["on request in some scenario only"] = (_, estimate) => InSomeScenarioOnly(estimate, item => item.IsPriced),
            ["optional"] = (_, estimate) => estimate.Lines.Any(line => line.IsOptional),
            ["no scenario includes an item"] = (problem, estimate) => estimate.Lines.Count < problem.Request.Items.Length,
            ["open"] = (_, estimate) => estimate.Total.High is null,
            ["open in some scenario only"] = (_, estimate) =>
                estimate.TotalsOfScenarios.Select(total => total.High is null).Distinct().Count() > 1,
            ["closed"] = (_, estimate) => estimate.Total.High is not null,
            ["nothing times an unknown number"] = (_, estimate) =>
                Anywhere(estimate, item => item.UnitPrice.High == 0 && item.Item.Quantity.Max is null),
            ["first day in force"] = (problem, _) => problem.List.Rules.Any(rule => rule.Validity.From == problem.Request.On),
            ["first day no longer in force"] = (problem, _) => problem.List.Rules.Any(rule => rule.Validity.To == problem.Request.On),
            ["a treatment stands twice"] = (problem, _) =>
                problem.Request.Items.CountBy(item => item.Treatment).Any(count => count.Value > 1),
            ["a line depends on several unknown facts"] = (problem, _) =>
                problem.Request.Items.Any(item => UnknownFactsOf(item.Treatment, problem).Count() > 1),
            ["lines move together"] = (_, estimate) => estimate.Total != PriceSpan.SumOf(estimate.Lines.Select(line => line.Price)),
            ["several questions"] = (_, estimate) => estimate.Questions.Count() > 1,
            ["an unknown fact changes nothing"] = (problem, estimate) =>
                problem.Request.Items.SelectMany(item => UnknownFactsOf(item.Treatment, problem))
                    .Except(estimate.Questions.Select(asked => asked.Fact))
                    .Any(),
            ["the high ends decide the order of questions"] = (_, estimate) => estimate.Questions
                .GroupBy(asked => Spread(asked, total => total.Low))
                .Any(tie => tie.Select(asked => Spread(asked, total => total.High)).Distinct().Count() > 1),
            ["the facts decide the order of questions"] = (_, estimate) => estimate.Questions
                .GroupBy(asked => (Spread(asked, total => total.Low), Spread(asked, total => total.High)))
                .Any(tie => tie.Count() > 1),
        };

    private static IEnumerable<IEnumerable<PricedItem>> EveryItem(BruteForceEstimate estimate) => estimate.Scenarios
        .SelectMany(scenario => scenario)
        .Where(item => item.Applies)
        .GroupBy(item => item.Item, ReferenceEqualityComparer.Instance);

    private static bool Anywhere(BruteForceEstimate estimate, Func<PricedItem, bool> which) =>
        EveryItem(estimate).Any(item => item.Any(which));

    private static bool InSomeScenarioOnly(BruteForceEstimate estimate, Func<PricedItem, bool> which) =>
        EveryItem(estimate).Any(item => item.Select(which).Distinct().Count() > 1);

    private static IEnumerable<Fact> UnknownFactsOf(Treatment treatment, PricingProblem problem) => problem.List.Rules
        .Where(rule => rule.Treatment == treatment && rule.Validity.Contains(problem.Request.On))
        .SelectMany(rule => rule.Conditions.All.Select(condition => condition.Fact))
        .Except(problem.Request.Case.Stated.Select(stated => stated.Fact));

    private static decimal Spread(Answers answers, Func<PriceSpan, decimal?> end) => answers.Totals.Max(end) - answers.Totals.Min(end) ?? 0;
}
