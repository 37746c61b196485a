using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Storage.DataFiles;

/// <summary>A directory of data files: what the business may change without a programmer.</summary>
public static class DataDirectory
{
    /// <summary>Reads and checks the whole set. Nothing of a faulty set can be used.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="today">The day against which sources are old, and bulletins early.</param>
    public static DataDirectoryReading Read(string directory, DateOnly today)
    {
        var findings = new Findings();
        if (!Directory.Exists(directory))
        {
            findings.Fault(directory, null, "the data directory does not exist");
            return new DataDirectoryReading(null, [], [.. findings.Faults], []);
        }

        var data = Read(directory, today, findings);
        var bulletins = BulletinFiles.Read(directory, today, findings);
        WarnOfStrangers(directory, findings);
        return findings.AnyFault
            ? new DataDirectoryReading(null, [], [.. findings.Faults], [.. findings.Warnings])
            : new DataDirectoryReading(data(), [.. bulletins], [], [.. findings.Warnings]);
    }

    private static Func<PriceData> Read(string directory, DateOnly today, Findings findings)
    {
        var required = new RequiredTexts();
        required.Add("disclaimer", DataFile.Texts, null);
        var treatmentCodes = new HashSet<string>(StringComparer.Ordinal);
        var sourceCodes = new HashSet<string>(StringComparer.Ordinal);
        var treatments = TreatmentsFile.Read(directory, treatmentCodes, required, findings);
        var facts = FactsFile.Read(directory, required, findings);
        var factsByCode = facts.ToDictionary(fact => fact.Code, StringComparer.Ordinal);
        var sources = SourcesFile.Read(directory, today, sourceCodes, required, findings);
        var rules = new PriceRulesFile
        {
            Treatments = treatments,
            TreatmentCodes = treatmentCodes,
            Facts = factsByCode,
            Sources = sources,
            SourceCodes = sourceCodes,
            RequiredTexts = required,
        }.Read(directory, findings);
        PriceRuleWarnings.Add(rules, findings);
        var items = new ProgrammesFile
        {
            Treatments = treatments,
            TreatmentCodes = treatmentCodes,
            Facts = factsByCode,
            RequiredTexts = required,
        }.Read(directory, findings);
        var texts = TextsFile.Read(directory, required, findings);
        if (treatmentCodes.Count == 0 && findings.IsComplete(DataFile.Treatments))
        {
            findings.Fault(DataFile.Treatments, null, "there is no treatment");
        }

        return () => new PriceData(
            new PriceList(treatments, facts, rules.Select(rule => rule.Rule), ProgrammesOf(items)), sources, new Texts(texts));
    }

    private static IEnumerable<Programme> ProgrammesOf(List<Item> items) => items
        .GroupBy(item => item.Stage!.Programme, StringComparer.Ordinal)
        .Select(ofProgramme => new Programme(ofProgramme.Key, ofProgramme));

    private static void WarnOfStrangers(string directory, Findings findings)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName))
        {
            if (!DataFile.All.Contains(entry, StringComparer.Ordinal))
            {
                findings.WarnOfStranger(entry!);
            }
        }
    }
}
