using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>Every combination of values of all the facts of a price list that agrees with what is stated.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(PriceList list, IReadOnlyDictionary<string, string> stated)
    {
        var scenarios = new List<Dictionary<string, string>> { new() };
        foreach (var fact in list.Facts)
        {
            IEnumerable<string> values = stated.TryGetValue(fact.Code, out var known) ? [known] : fact.Values;
            scenarios = [.. from scenario in scenarios from value in values select With(scenario, fact.Code, value)];
        }

        return scenarios;
    }

    public static Dictionary<string, string> With(IReadOnlyDictionary<string, string> facts, string fact, string value) =>
        new(facts) { [fact] = value };
}
