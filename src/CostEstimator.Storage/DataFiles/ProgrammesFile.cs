using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;

namespace CostEstimator.Storage.DataFiles;

/// <summary><c>programmes.csv</c>: one row an item; programmes, stages and items are in the order in which they stand.</summary>
internal sealed class ProgrammesFile
{
    private static readonly string[] Columns =
        ["programme", "stage", "treatment", "conditions", "min_quantity", "max_quantity", "note"];

    private readonly HashSet<(string Programme, string Stage, string Treatment, Conditions Conditions)> _items = [];
    private readonly HashSet<string> _programmes = new(StringComparer.Ordinal);
    private readonly HashSet<(string Programme, string Stage)> _stages = [];

    private (string Programme, string? Stage)? _former;

    public required IReadOnlyCollection<Treatment> Treatments { get; init; }

    public required IReadOnlySet<string> TreatmentCodes { get; init; }

    public required IReadOnlyDictionary<string, Fact> Facts { get; init; }

    public required RequiredTexts RequiredTexts { get; init; }

    /// <summary>Reads the items of all programmes; with no fault in the file, those of one programme or stage stand together.</summary>
    public List<Item> Read(string directory, Findings findings)
    {
        // There are data directories from before there were programmes.
        if (!Path.Exists(Path.Combine(directory, DataFile.Programmes)))
        {
            findings.Warn(DataFile.Programmes, null, "the file is missing: there are no programmes");
            return [];
        }

        var items = new List<Item>();
        foreach (var row in CsvTable.Read(directory, DataFile.Programmes, Columns, findings))
        {
            if (ItemOf(row) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    // Every field is read before any is missed, so that all faults of the row are found.
    private Item? ItemOf(CsvRow row)
    {
        var programme = row.Code("programme");
        var stage = row.Code("stage");
        var treatmentCode = row.KnownCode("treatment", TreatmentCodes, DataFile.Treatments);
        var conditions = ConditionsParser.Parse(row, "conditions", Facts);
        var isQuantity = QuantityParser.TryParseOptional(row, out var quantity);
        var note = row.OptionalCode("note");
        RequiredTexts.Add(programme is null ? null : $"programme.{programme}", DataFile.Programmes, row.Line);
        RequiredTexts.Add(programme is null || stage is null ? null : $"stage.{programme}.{stage}", DataFile.Programmes, row.Line);
        RequiredTexts.Add(note is null ? null : $"note.{note}", DataFile.Programmes, row.Line);
        if (programme is null)
        {
            return null;
        }

        RefuseApart(row, programme, stage);
        WarnOfTwice(row, programme, stage, treatmentCode, conditions);
        var treatment = Treatments.FirstOrDefault(treatment => treatment.Code == treatmentCode);
        return stage is null || treatment is null || conditions is null || !isQuantity
            ? null
            : new Item(treatment, quantity ?? treatment.DefaultQuantity, conditions)
            {
                Stage = new Stage(programme, stage),
                Assumption = note,
            };
    }

    // A row that does not name its stage may be of any, so it parts none.
    private void RefuseApart(CsvRow row, string programme, string? stage)
    {
        var isSameProgramme = programme == _former?.Programme;
        if (!isSameProgramme && !_programmes.Add(programme))
        {
            row.Fault($"programme '{programme}' has rows further up, apart from this one; keep the rows of a programme together");
        }
        else if (stage is not null && !(isSameProgramme && stage == _former?.Stage) && !_stages.Add((programme, stage)))
        {
            row.Fault(
                $"stage '{stage}' of programme '{programme}' has rows further up, apart from this one; keep the rows of a stage together");
        }

        _former = (programme, stage ?? (isSameProgramme ? _former?.Stage : null));
    }

    private void WarnOfTwice(CsvRow row, string programme, string? stage, string? treatment, Conditions? conditions)
    {
        if (stage is not null && treatment is not null && conditions is not null && !_items.Add((programme, stage, treatment, conditions)))
        {
            row.Warn($"treatment '{treatment}' stands twice in stage '{stage}' of programme '{programme}' under the same conditions; both count");
        }
    }
}
