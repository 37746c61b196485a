using System.Collections.Frozen;
using System.Collections.Immutable;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.Programmes;
using NodaMoney;

namespace CostEstimator.Pricing.PriceLists;

/// <summary>Everything that prices are computed from: treatments, facts, rules and programmes. Immutable, safe to share between threads.</summary>
public sealed class PriceList
{
    private readonly FrozenDictionary<string, Treatment> _treatments;
    private readonly FrozenDictionary<string, Fact> _facts;
    private readonly FrozenDictionary<string, PriceRule> _rules;
    private readonly FrozenDictionary<string, Programme> _programmes;
    private readonly FrozenDictionary<string, RulesOfTreatment> _rulesByTreatment;

    /// <summary>Creates a price list.</summary>
    /// <param name="treatments">The treatments, in the order in which they are listed.</param>
    /// <param name="facts">The facts; each one's <see cref="Fact.Order"/> is its place here.</param>
    /// <param name="rules">The rules on these treatments and facts, in any order.</param>
    /// <param name="programmes">Programmes of these treatments and facts, in the order in which they are listed.</param>
    /// <exception cref="ArgumentException">
    /// A code stands twice, or a rule or programme is on a treatment or fact that is not in the list.
    /// </exception>
    public PriceList(
        IEnumerable<Treatment> treatments, IEnumerable<Fact> facts, IEnumerable<PriceRule> rules, IEnumerable<Programme> programmes)
    {
        Treatments = [.. treatments];
        Facts = [.. facts];
        Rules = [.. rules.OrderBy(rule => rule.Code, StringComparer.Ordinal)];
        Programmes = [.. programmes];
        _treatments = Treatments.ToFrozenDictionary(treatment => treatment.Code, StringComparer.Ordinal);
        _facts = Facts.ToFrozenDictionary(fact => fact.Code, StringComparer.Ordinal);
        _rules = Rules.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);
        _programmes = Programmes.ToFrozenDictionary(programme => programme.Code, StringComparer.Ordinal);
        RefuseStrangers();
        var rulesByTreatment = Rules.ToLookup(rule => rule.Treatment.Code, StringComparer.Ordinal);
        _rulesByTreatment = Treatments.ToFrozenDictionary(
            treatment => treatment.Code, treatment => new RulesOfTreatment(rulesByTreatment[treatment.Code]), StringComparer.Ordinal);
        Currency = MostUsedCurrency();
    }

    /// <summary>The treatments, in the order of the data.</summary>
    public ImmutableArray<Treatment> Treatments { get; }

    /// <summary>The facts, in the order of the data.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>The rules of all days, by code.</summary>
    public ImmutableArray<PriceRule> Rules { get; }

    /// <summary>The programmes, in the order of the data.</summary>
    public ImmutableArray<Programme> Programmes { get; }

    /// <summary>The currency of an estimate that names none: the one in which most rules are published.</summary>
    /// <remarks>Of several used equally often, the one whose code comes first; without any rule, US dollars.</remarks>
    public Currency Currency { get; }

    /// <summary>The treatment with this code, or null.</summary>
    public Treatment? FindTreatment(string code) => _treatments.GetValueOrDefault(code);

    /// <summary>The fact with this code, or null.</summary>
    public Fact? FindFact(string code) => _facts.GetValueOrDefault(code);

    /// <summary>The rule with this code, in force or not, or null.</summary>
    public PriceRule? FindRule(string code) => _rules.GetValueOrDefault(code);

    /// <summary>The programme with this code, or null.</summary>
    public Programme? FindProgramme(string code) => _programmes.GetValueOrDefault(code);

    /// <summary>The facts that some item asks for, or that may decide its price on a day, in the order of the data.</summary>
    /// <param name="items">Items of treatments of this price list.</param>
    /// <param name="on">The day.</param>
    public IEnumerable<Fact> FactsOf(IEnumerable<Item> items, DateOnly on)
    {
        var asked = items
            .SelectMany(item => RulesOf(item.Treatment).Rules
                .Where(rule => rule.Validity.Contains(on) && rule.Conditions.CanHoldWith(item.Conditions))
                .Select(rule => rule.Conditions)
                .Append(item.Conditions))
            .SelectMany(conditions => conditions.All, (_, condition) => condition.Fact)
            .ToHashSet();
        return Facts.Where(asked.Contains);
    }

    /// <summary>What estimates of this price list remember.</summary>
    internal RecentContexts RecentContexts { get; } = new();

    internal RulesOfTreatment RulesOf(Treatment treatment) => _rulesByTreatment.TryGetValue(treatment.Code, out var rules)
        ? rules
        : throw new ArgumentException($"Treatment '{treatment}' is not in this price list.", nameof(treatment));

    private void RefuseStrangers()
    {
        for (var order = 0; order < Facts.Length; order++)
        {
            if (Facts[order].Order != order)
            {
                throw new ArgumentException($"Fact '{Facts[order]}' is at another place than it says.");
            }
        }

        foreach (var rule in Rules)
        {
            if (IsStranger(rule.Treatment, rule.Conditions))
            {
                throw new ArgumentException($"Price rule '{rule}' is on a treatment or a fact that is not in this price list.");
            }
        }

        foreach (var programme in Programmes.Where(programme => programme.Items.Any(item => IsStranger(item.Treatment, item.Conditions))))
        {
            throw new ArgumentException($"Programme '{programme}' has a treatment or a fact that is not in this price list.");
        }
    }

    private bool IsStranger(Treatment treatment, Conditions conditions) =>
        FindTreatment(treatment.Code) != treatment
        || conditions.All.Any(condition => !ReferenceEquals(FindFact(condition.Fact.Code), condition.Fact));

    private Currency MostUsedCurrency() => Rules
        .CountBy(rule => rule.Range.Currency.Code)
        .OrderByDescending(count => count.Value)
        .ThenBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => Currency.FromCode(count.Key))
        .DefaultIfEmpty(Currency.FromCode("USD"))
        .First();
}
