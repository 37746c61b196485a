using CostEstimator.Pricing.Tests.Sketches;
using FsCheck;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>Random price lists and requests; a failing one shrinks to a readable one.</summary>
internal static class RandomSketches
{
    /// <summary>1 to 5 facts of 1 to 4 values, 1 to 4 treatments of 0 to 8 rules, 1 to 6 items, some facts stated.</summary>
    public static Arbitrary<PricingSketch> Any { get; } = Arb.From(
        from count in Gen.Choose(1, 5)
        from facts in RandomParts.Facts(count, 1, 4)
        from treatments in Gen.Choose(1, 4).Select(Treatments)
        from rules in Gen.CollectToArray(treatments, treatment => Gen.Frequency(
            (1, RandomParts.Rules(0, 1, treatment, facts)), (8, RandomParts.Rules(2, 8, treatment, facts))))
        from items in RandomParts.ArrayOf(1, 6, Gen.Elements(treatments).SelectMany(treatment => RandomParts.Item(treatment, facts)))
        from stated in RandomParts.Stated(facts)
        from day in RandomParts.Day
        select new PricingSketch { Facts = facts, Rules = [.. rules.SelectMany(of => of)], Items = items, Stated = stated, On = day },
        SketchShrinker.Shrink);

    /// <summary>8 facts and 10 treatments, each of which depends on one or two of them: groups of facts meet in any order.</summary>
    public static Arbitrary<PricingSketch> Tangled { get; } = Arb.From(
        from facts in RandomParts.Facts(8, 2, 2)
        from rules in Gen.CollectToArray(Treatments(10), treatment => RulesOnTwo(treatment, facts))
        from items in Gen.Shuffle(Treatments(10).Select(treatment => $"{treatment}:1"))
        select new PricingSketch { Facts = facts, Rules = [.. rules.SelectMany(of => of)], Items = items },
        SketchShrinker.Shrink);

    /// <summary>12 facts in 6 pairs; treatment number n depends on pair number n alone.</summary>
    public static Arbitrary<PricingSketch> Pairs(int maxValues) => Arb.From(
        from facts in RandomParts.Facts(12, 2, maxValues)
        from rules in Gen.CollectToArray(Treatments(6), treatment => RandomParts.Rules(1, 5, treatment, PairOf(treatment, facts)))
        from items in Gen.CollectToArray(
            Treatments(6), treatment => RandomParts.ArrayOf(1, 2, RandomParts.Item(treatment, PairOf(treatment, facts))))
        from shuffled in Gen.Shuffle(items.SelectMany(of => of))
        select new PricingSketch { Facts = facts, Rules = [.. rules.SelectMany(of => of)], Items = shuffled },
        SketchShrinker.Shrink);

    /// <summary>The two facts that a treatment of <see cref="Pairs"/> depends on.</summary>
    public static IEnumerable<string> PairOf(string treatment, IEnumerable<string> facts) =>
        facts.Where(fact => (fact[0] - 'a') / 2 == treatment[1] - '0');

    private static string[] Treatments(int count) => [.. Enumerable.Range(0, count).Select(number => $"t{number}")];

    private static Gen<RuleSketch[]> RulesOnTwo(string treatment, string[] facts) =>
        from shuffled in Gen.Shuffle(facts)
        from rules in RandomParts.Rules(1, 4, treatment, shuffled.Take(2))
        select rules;
}
