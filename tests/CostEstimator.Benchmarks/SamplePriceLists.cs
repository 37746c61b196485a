using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using NodaMoney;

namespace CostEstimator.Benchmarks;

/// <summary>Price lists to measure with; their prices mean nothing.</summary>
internal static class SamplePriceLists
{
    private static readonly PriceSource Source = new("sample", "Sample", "Nobody", "Nowhere", new DateOnly(2026, 1, 1));

    /// <summary>Three treatments, of which two depend on the same fact.</summary>
    public static PriceList Clinic()
    {
        var clinic = new Fact("clinic", 0, ["a", "b"]);
        Treatment[] treatments = [TreatmentOf("chemotherapy"), TreatmentOf("transplant"), TreatmentOf("work-up")];
        return new PriceList(treatments, [clinic],
        [
            RuleOf("chemotherapy-a", treatments[0], 1500, 1500, (clinic, "a")),
            RuleOf("chemotherapy-b", treatments[0], 3000, 3000, (clinic, "b")),
            RuleOf("transplant-a", treatments[1], 80000, 80000, (clinic, "a")),
            RuleOf("transplant-b", treatments[1], 60000, 60000, (clinic, "b")),
            RuleOf("work-up", treatments[2], 900, 1400),
        ],
        []);
    }

    /// <summary>As many treatments as pairs, each depending on two facts of three values that no other depends on.</summary>
    public static PriceList IndependentPairs(int pairs)
    {
        string[] values = ["x", "y", "z"];
        Fact[] facts = [.. Enumerable.Range(0, pairs * 2).Select(order => new Fact($"fact-{order}", order, values))];
        Treatment[] treatments = [.. Enumerable.Range(0, pairs).Select(pair => TreatmentOf($"treatment-{pair}"))];
        var rules =
            from pair in Enumerable.Range(0, pairs)
            from first in Enumerable.Range(0, values.Length)
            from second in Enumerable.Range(0, values.Length)
            let low = 1000 + (pair * 100) + (first * 10) + (second * 7)
            select RuleOf(
                $"rule-{pair}-{first}-{second}", treatments[pair], low, low * 2,
                (facts[pair * 2], values[first]), (facts[(pair * 2) + 1], values[second]));
        return new PriceList(treatments, facts, rules, []);
    }

    /// <summary>
    /// A programme of twelve items, of which three facts are unknown: one of two values and one of three that decide what is done,
    /// and the donor, which decides what it costs.
    /// </summary>
    public static PriceList Leukaemia()
    {
        var consolidation = new Fact("consolidation", 0, ["chemotherapy", "radiation-therapy"]);
        var transplant = new Fact("transplant", 1, ["none", "autologous", "allogeneic"]);
        var donor = new Fact("donor", 2, ["related", "unrelated"]);
        var chemotherapy = TreatmentOf("chemotherapy");
        var radiation = TreatmentOf("radiation-therapy");
        var autologous = TreatmentOf("autologous-bmt");
        var allogeneic = TreatmentOf("allogeneic-bmt");
        var search = TreatmentOf("donor-search");
        Treatment[] others = [TreatmentOf("work-up"), TreatmentOf("consultation"), TreatmentOf("coordinator")];
        return new PriceList(
            [chemotherapy, radiation, autologous, allogeneic, search, .. others],
            [consolidation, transplant, donor],
            [
                RuleOf("chemotherapy", chemotherapy, 1500, 3000),
                RuleOf("radiation", radiation, 7000, 9000),
                RuleOf("autologous-list", autologous, 45000, 50000),
                RuleOf("autologous-text", autologous, 57000, 57000),
                RuleOf("allogeneic-related", allogeneic, 60000, 80000, (donor, "related")),
                RuleOf("allogeneic-unrelated", allogeneic, 80000, 110000, (donor, "unrelated")),
                RuleOf("search", search, 12000, 20000),
                RuleOf("work-up", others[0], 900, 1400),
                RuleOf("consultation", others[1], 100, 200),
                RuleOf("coordinator", others[2], 0, 0),
            ],
            [
                new Programme("leukaemia",
                [
                    ItemOf("work-up", others[0], new Quantity(1, 1)),
                    ItemOf("work-up", others[1], new Quantity(2, 4)),
                    ItemOf("work-up", others[2], new Quantity(1, 1)),
                    ItemOf("preparatory", chemotherapy, new Quantity(1, 1)),
                    ItemOf("induction", chemotherapy, new Quantity(1, 2)),
                    ItemOf("consolidation", chemotherapy, new Quantity(1, 4), (consolidation, "chemotherapy")),
                    ItemOf("consolidation", radiation, new Quantity(1, 1), (consolidation, "radiation-therapy")),
                    ItemOf("re-induction", chemotherapy, new Quantity(1, 1)),
                    ItemOf("transplantation", autologous, new Quantity(1, 1), (transplant, "autologous")),
                    ItemOf("transplantation", allogeneic, new Quantity(1, 1), (transplant, "allogeneic")),
                    ItemOf("transplantation", search, new Quantity(1, 1), (transplant, "allogeneic"), (donor, "unrelated")),
                    ItemOf("supportive", chemotherapy, new Quantity(1, 24)),
                ])
            ]);
    }

    /// <summary>Rates of dollars and euros.</summary>
    public static Bulletin Bulletin() => new("2026/176", new DateOnly(2026, 9, 18),
    [
        new ExchangeRate(Currency.FromCode("USD"), 1, 48.6116m, 48.6992m),
        new ExchangeRate(Currency.FromCode("EUR"), 1, 55.7981m, 55.8986m),
    ]);

    private static Item ItemOf(string stage, Treatment treatment, Quantity quantity, params (Fact Fact, string Value)[] conditions) =>
        new(treatment, quantity, ConditionsOf(conditions)) { Stage = new Stage("leukaemia", stage) };

    private static Conditions ConditionsOf((Fact Fact, string Value)[] conditions) =>
        new(conditions.Select(condition => new Condition(condition.Fact, [condition.Value])));

    private static Treatment TreatmentOf(string code) => new(code, "course", Quantity.Exactly(1));

    private static PriceRule RuleOf(
        string code, Treatment treatment, decimal low, decimal high, params (Fact Fact, string Value)[] conditions) => new(
        code,
        treatment,
        ConditionsOf(conditions),
        new PriceRange(new Money(low, "USD"), new Money(high, "USD")),
        default,
        Source,
        note: null);
}
