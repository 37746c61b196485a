using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Storage.DataFiles;

/// <summary>Reads conditions as data files write them: nothing, or <c>fact=value|value;fact=value</c>.</summary>
internal static class ConditionsParser
{
    /// <summary>Reads the conditions in a column. Each part that is wrong is a fault of its own.</summary>
    /// <returns>The conditions, or null when some part is wrong.</returns>
    public static Conditions? Parse(CsvRow row, string column, IReadOnlyDictionary<string, Fact> facts)
    {
        var text = row.Raw(column);
        if (text.Length == 0)
        {
            return Conditions.None;
        }

        var conditions = new List<Condition>();
        var isRight = true;
        foreach (var part in text.Split(';'))
        {
            var condition = ParseOne(row, part, facts);
            if (condition is null)
            {
                isRight = false;
            }
            else if (conditions.Exists(other => ReferenceEquals(other.Fact, condition.Fact)))
            {
                row.Fault($"{column} has fact '{condition.Fact}' twice; join its values with '|'");
                isRight = false;
            }
            else
            {
                conditions.Add(condition);
            }
        }

        return isRight ? new Conditions(conditions) : null;
    }

    private static Condition? ParseOne(CsvRow row, string part, IReadOnlyDictionary<string, Fact> facts)
    {
        if (part.Split('=') is not [var code, var list])
        {
            row.Fault($"condition '{part}' is not of the form fact=value|value");
            return null;
        }

        if (!facts.TryGetValue(code, out var fact))
        {
            if (row.IsComplete(DataFile.Facts))
            {
                row.Fault($"condition '{part}' is on fact '{code}', which {DataFile.Facts} does not have");
            }

            return null;
        }

        var values = list.Split('|');
        var isRight = true;
        foreach (var value in values.Distinct(StringComparer.Ordinal))
        {
            if (fact.IndexOf(value) < 0)
            {
                isRight = false;
                if (row.IsComplete(DataFile.Facts))
                {
                    row.Fault($"condition '{part}' has value '{value}', but fact '{code}' has {string.Join(", ", fact.Values)}");
                }
            }
            else if (values.Count(other => other == value) > 1)
            {
                row.Fault($"condition '{part}' has value '{value}' twice");
                isRight = false;
            }
        }

        return isRight ? new Condition(fact, values) : null;
    }
}
