using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Storage.DataFiles;

/// <summary><c>treatments.csv</c>.</summary>
internal static class TreatmentsFile
{
    /// <summary>Reads the treatments.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="codes">Takes every code in the file, also of rows with another fault, so that one fault does not cause others.</param>
    /// <param name="required">Takes the keys of the texts that the treatments need.</param>
    /// <param name="findings">Takes the faults.</param>
    public static List<Treatment> Read(string directory, HashSet<string> codes, RequiredTexts required, Findings findings)
    {
        var treatments = new List<Treatment>();
        var rows = CsvTable.Read(directory, DataFile.Treatments, ["code", "unit", "min_quantity", "max_quantity"], findings);
        foreach (var row in rows)
        {
            var code = row.Code("code");
            var unit = row.Code("unit");
            var quantity = QuantityParser.Parse(row);
            if (code is not null && !codes.Add(code))
            {
                row.Fault($"treatment '{code}' stands twice");
                continue;
            }

            required.Add(code is null ? null : $"treatment.{code}", DataFile.Treatments, row.Line);
            required.Add(unit is null ? null : $"unit.{unit}", DataFile.Treatments, row.Line);
            if (code is not null && unit is not null && quantity is not null)
            {
                treatments.Add(new Treatment(code, unit, quantity));
            }
        }

        return treatments;
    }
}
