using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>
/// The pricing model taken at its word: every combination of values of every unknown fact, no grouping, nothing left out. The
/// total of each option is computed by pricing everything again with that value stated.
/// </summary>
internal static class BruteForcePricer
{
    public static BruteForceEstimate Estimate(PricingProblem problem)
    {
        var exchange = new Exchange(problem);
        var stated = problem.Request.Case.Stated.ToDictionary(known => known.Fact.Code, known => known.Value);
        var answers =
            from fact in problem.List.Facts
            where !stated.ContainsKey(fact.Code)
            let totals = fact.Values.Select(value => Total(problem, exchange, Scenarios.With(stated, fact.Code, value)))
            select new Answers(fact, [.. totals]);
        return new BruteForceEstimate([.. Price(problem, exchange, stated)], [.. answers], exchange);
    }

    private static PriceSpan Total(PricingProblem problem, Exchange exchange, Dictionary<string, string> stated) =>
        PriceSpan.HullOf(Price(problem, exchange, stated).Select(BruteForceEstimate.TotalIn));

    private static IEnumerable<IReadOnlyList<PricedItem>> Price(
        PricingProblem problem, Exchange exchange, Dictionary<string, string> stated) =>
        from scenario in Scenarios.Of(problem.List, stated)
        select problem.Request.Items.Select(item => new PricedItem(problem.List, exchange, item, scenario, problem.Request.On)).ToList();
}
