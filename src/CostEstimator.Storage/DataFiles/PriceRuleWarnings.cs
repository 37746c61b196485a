using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Storage.DataFiles;

/// <summary>What is allowed in price rules, but worth a look.</summary>
internal static class PriceRuleWarnings
{
    public static void Add(List<(PriceRule Rule, CsvRow Row)> rules, Findings findings)
    {
        // What a fault hides may be the rule that is missing.
        var isWhole = !findings.AnyFault;
        if (rules.Count == 0 && isWhole)
        {
            findings.Warn(DataFile.PriceRules, null, "there is no price rule: everything is on request");
        }

        foreach (var ofTreatment in rules.GroupBy(rule => rule.Rule.Treatment.Code, StringComparer.Ordinal))
        {
            var list = ofTreatment.ToList();
            WarnOfDisagreement(list);
            if (isWhole)
            {
                WarnOfGaps(list);
            }
        }
    }

    private static void WarnOfDisagreement(List<(PriceRule Rule, CsvRow Row)> rules)
    {
        for (var later = 1; later < rules.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (CanDisagree(rules[earlier].Rule, rules[later].Rule))
                {
                    rules[later].Row.Warn(
                        $"price rules '{rules[earlier].Rule}' and '{rules[later].Rule}' can hold together, neither is more specific, and their prices differ: their sources disagree");
                }
            }
        }
    }

    private static bool CanDisagree(PriceRule one, PriceRule other) =>
        one.Range != other.Range
        && one.Validity.Overlaps(other.Validity)
        && one.Conditions.CanHoldWith(other.Conditions)
        && !one.Conditions.IsMoreSpecificThan(other.Conditions)
        && !other.Conditions.IsMoreSpecificThan(one.Conditions);

    private static void WarnOfGaps(List<(PriceRule Rule, CsvRow Row)> rules)
    {
        DateOnly? coveredTo = null;
        var isFirst = true;
        foreach (var (rule, row) in rules.OrderBy(rule => rule.Rule.Validity.From ?? DateOnly.MinValue))
        {
            if (!isFirst && coveredTo is { } end && rule.Validity.From is { } start && end < start)
            {
                row.Warn($"treatment '{rule.Treatment}' has no price rule from {Iso.Format(end)} until {Iso.Format(start)}: it is on request in between");
            }

            coveredTo = isFirst || coveredTo is not null ? Later(isFirst ? rule.Validity.To : coveredTo, rule.Validity.To) : null;
            isFirst = false;
        }
    }

    // An end that is not there is later than any.
    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other is null ? null : one > other ? one : other;
}
