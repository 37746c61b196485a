using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Storage.DataFiles;

/// <summary><c>facts.csv</c>: one row a value; facts and values are in the order in which they first stand.</summary>
internal static class FactsFile
{
    public static List<Fact> Read(string directory, RequiredTexts required, Findings findings)
    {
        var values = new OrderedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(directory, DataFile.Facts, ["fact", "value"], findings))
        {
            var fact = row.Code("fact");
            var value = row.Code("value");
            if (fact is null)
            {
                continue;
            }

            values.TryAdd(fact, []);
            if (value is null)
            {
                continue;
            }

            if (values[fact].Contains(value))
            {
                row.Fault($"value '{value}' of fact '{fact}' stands twice");
                continue;
            }

            values[fact].Add(value);
            required.Add($"fact.{fact}", DataFile.Facts, row.Line);
            required.Add($"fact.{fact}.{value}", DataFile.Facts, row.Line);
        }

        return [.. values.Where(fact => fact.Value.Count > 0).Select((fact, order) => new Fact(fact.Key, order, fact.Value))];
    }
}
