using System.Collections.Immutable;

namespace CostEstimator.Pricing.PriceLists;

/// <summary>The rules of one treatment, with what can be known of their specificity before any request.</summary>
internal sealed class RulesOfTreatment
{
    private readonly int[] _factSets;
    private readonly int[][] _strictSupersets;

    /// <summary>Creates the rules of a treatment.</summary>
    /// <param name="rules">The rules, in the order in which answers list them.</param>
    public RulesOfTreatment(IEnumerable<PriceRule> rules)
    {
        Rules = [.. rules];
        var sets = new List<Conditions>();
        _factSets = new int[Rules.Length];
        for (var rule = 0; rule < Rules.Length; rule++)
        {
            var conditions = Rules[rule].Conditions;
            var set = sets.FindIndex(conditions.AreOnSameFactsAs);
            if (set < 0)
            {
                set = sets.Count;
                sets.Add(conditions);
            }

            _factSets[rule] = set;
        }

        _strictSupersets =
        [
            .. sets.Select(set => Enumerable.Range(0, sets.Count).Where(other => sets[other].IsMoreSpecificThan(set)).ToArray())
        ];
    }

    /// <summary>The rules.</summary>
    public ImmutableArray<PriceRule> Rules { get; }

    /// <summary>How many different sets of facts the rules are conditioned on.</summary>
    public int FactSetCount => _strictSupersets.Length;

    /// <summary>Which set of facts the rule at this place is conditioned on.</summary>
    public int FactSetOf(int rule) => _factSets[rule];

    /// <summary>The sets that hold all facts of this one and others besides: a candidate on one of them drops a candidate on this.</summary>
    public ReadOnlySpan<int> StrictSupersetsOf(int factSet) => _strictSupersets[factSet];
}
