using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>Simpler sketches: one part less, or one part plainer.</summary>
internal static class SketchShrinker
{
    public static IEnumerable<PricingSketch> Shrink(PricingSketch sketch) =>
    [
        .. Without(sketch.Items).Where(items => items.Count > 0).Select(items => sketch with { Items = items }),
        .. Without(sketch.Rules).Select(rules => sketch with { Rules = rules }),
        .. Without(sketch.Stated).Select(stated => sketch with { Stated = stated }),
        .. Without(sketch.Facts).Where(facts => AreEnough(facts, sketch)).Select(facts => sketch with { Facts = facts }),
        .. Plainer(sketch.Items, Plainer).Select(items => sketch with { Items = items }),
        .. Plainer(sketch.Rules, Plainer).Select(rules => sketch with { Rules = rules }),
        .. sketch.In is null ? Array.Empty<PricingSketch>() : [sketch with { In = null }],
        .. Plainer(sketch.Bulletins, Plainer).Select(bulletins => sketch with { Bulletins = bulletins }),
    ];

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> parts) =>
        parts.Select((_, left) => parts.Where((_, place) => place != left).ToArray());

    private static IEnumerable<IReadOnlyList<T>> Plainer<T>(IReadOnlyList<T> parts, Func<T, IEnumerable<T>> plainer) =>
        parts.SelectMany((part, place) => plainer(part).Select(plain => parts.Select((old, at) => at == place ? plain : old).ToArray()));

    private static IEnumerable<string> Plainer(string item)
    {
        var parts = item.Split(" if ");
        var plain = $"{item.Split(':')[0]}:1";
        return new[] { parts[0], parts.Length > 1 ? $"{plain} if {parts[1]}" : plain }.Where(other => other.Length < item.Length);
    }

    private static IEnumerable<RuleSketch> Plainer(RuleSketch rule) =>
        Without(rule.Conditions.Split(';', StringSplitOptions.RemoveEmptyEntries))
            .Select(conditions => rule with { Conditions = string.Join(';', conditions) })
            .Append(rule with { From = null, To = null })
            .Append(rule with { High = rule.Low })
            .Append(rule with { Currency = null })
            .Where(other => other != rule);

    // No rate is left out, nor a bulletin: then there might be no estimate any more, which would be another failure.
    private static IEnumerable<BulletinSketch> Plainer(BulletinSketch bulletin) =>
        Plainer(bulletin.Rates, Plainer).Select(rates => bulletin with { Rates = rates });

    private static IEnumerable<RateSketch> Plainer(RateSketch rate) =>
        new[] { rate with { Unit = 1, Buying = "1", Selling = "1" }, rate with { Unit = 1, Buying = "3", Selling = "3" } }
            .Where(_ => rate.Buying != rate.Selling || rate.Unit > 1 || rate.Buying.Length > 1);

    private static bool AreEnough(IReadOnlyList<string> facts, PricingSketch sketch) => sketch.Rules.Select(rule => rule.Conditions)
        .Concat(sketch.Items.Where(item => item.Contains(" if ")).Select(item => item.Split(" if ")[1]))
        .Concat(sketch.Stated)
        .SelectMany(text => text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        .All(condition => facts.Any(fact => fact[0] == condition[0]));
}
