using CostEstimator.Pricing.Tests.Sketches;
using FsCheck;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>Random price lists and requests; a failing one shrinks to a readable one.</summary>
internal static class RandomSketches
{
    private static readonly Gen<PricingSketch> InOneCurrency =
        from count in Gen.Choose(1, 5)
        from facts in RandomParts.Facts(count, 1, 4)
        from treatments in Gen.Choose(1, 4).Select(Treatments)
        from rules in Gen.CollectToArray(treatments, treatment => Gen.Frequency(
            (1, RandomParts.Rules(0, 1, treatment, facts)), (8, RandomParts.Rules(2, 8, treatment, facts))))
        from items in RandomParts.ArrayOf(1, 6, Gen.Elements(treatments).SelectMany(treatment => RandomParts.Item(treatment, facts)))
        from stated in RandomParts.Stated(facts)
        from day in RandomParts.Day
        select new PricingSketch { Facts = facts, Rules = [.. rules.SelectMany(of => of)], Items = items, Stated = stated, On = day };

    /// <summary>
    /// 1 to 5 facts of 1 to 4 values, 1 to 4 treatments of 0 to 8 rules, 1 to 6 items, some facts stated; two in three in several
    /// currencies, for each of which there is a rate.
    /// </summary>
    public static Arbitrary<PricingSketch> Any { get; } = Arb.From(
        Gen.Frequency((1, InOneCurrency), (2, InOneCurrency.SelectMany(sketch => InSeveralCurrencies(sketch, RandomRates.Complete)))),
        SketchShrinker.Shrink);

    /// <summary>The same, always in several currencies, but any rate may be missing, or the bulletin altogether.</summary>
    public static Arbitrary<PricingSketch> LackingRates { get; } = Arb.From(
        InOneCurrency.SelectMany(sketch => InSeveralCurrencies(sketch, RandomRates.Lacking)), SketchShrinker.Shrink);

    /// <summary>One unit at one price, in another currency than it is published in, or in the same.</summary>
    public static Arbitrary<PricingSketch> OnePrice { get; } = Arb.From(
        from day in RandomParts.Day
        from low in RandomParts.Amount
        from more in RandomParts.Amount
        from isOpen in Gen.Elements(false, false, false, true)
        let rule = new RuleSketch("t0-r0", "t0", RandomParts.Text(low), isOpen ? null : RandomParts.Text(low + more))
        from converted in InSeveralCurrencies(new PricingSketch { Rules = [rule], Items = ["t0:1"], On = day }, RandomRates.Complete)
        select converted,
        SketchShrinker.Shrink);

    /// <summary>
    /// 8 facts and 10 treatments, each of which depends on one or two of them: groups of facts meet in any order; in several
    /// currencies.
    /// </summary>
    public static Arbitrary<PricingSketch> Tangled { get; } = Arb.From(
        from facts in RandomParts.Facts(8, 2, 2)
        from rules in Gen.CollectToArray(Treatments(10), treatment => RulesOnTwo(treatment, facts))
        from items in Gen.Shuffle(Treatments(10).Select(treatment => $"{treatment}:1"))
        let sketch = new PricingSketch { Facts = facts, Rules = [.. rules.SelectMany(of => of)], Items = items }
        from converted in InSeveralCurrencies(sketch, RandomRates.Complete)
        select converted,
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

    private static Gen<PricingSketch> InSeveralCurrencies(PricingSketch sketch, Gen<BulletinSketch[]> bulletins) =>
        from used in RandomParts.ArrayOf(1, 3, RandomRates.Currency)
        from share in Gen.Elements(0, 0, 9)
        from currencies in Gen.Frequency((share, Gen.Constant(used[0])), (1, Gen.Elements(used))).ArrayOf(sketch.Rules.Count)
        from to in Gen.Frequency((1, Gen.Constant(used[0])), (2, RandomRates.Currency))
        from there in bulletins
        select sketch with
        {
            In = to,
            Rules = [.. sketch.Rules.Zip(currencies, (rule, currency) => rule with { Currency = currency })],
            Bulletins = there,
        };

    private static string[] Treatments(int count) => [.. Enumerable.Range(0, count).Select(number => $"t{number}")];

    private static Gen<RuleSketch[]> RulesOnTwo(string treatment, string[] facts) =>
        from shuffled in Gen.Shuffle(facts)
        from rules in RandomParts.Rules(1, 4, treatment, shuffled.Take(2))
        select rules;
}
