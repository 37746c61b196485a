namespace CostEstimator.Storage.DataFiles;

/// <summary>The faults and warnings of one reading of a data directory, as they are found.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _faults = [];
    private readonly List<Finding> _warnings = [];
    private readonly HashSet<string> _incomplete = new(StringComparer.Ordinal);

    /// <summary>What makes the whole set unusable, by file and line.</summary>
    public IEnumerable<Finding> Faults => InOrder(_faults);

    /// <summary>What does not, by file and line.</summary>
    public IEnumerable<Finding> Warnings => InOrder(_warnings);

    public bool AnyFault => _faults.Count > 0;

    public void Fault(string file, int? line, string reason) => _faults.Add(new Finding(file, line, reason));

    public void Warn(string file, int? line, string reason) => _warnings.Add(new Finding(file, line, reason));

    /// <summary>Warns of something in the directory that is none of the data files.</summary>
    public void WarnOfStranger(string file) => Warn(file, null, "not a data file of this version; it is not read");

    /// <summary>Notes that a fault hides a part of the file, so that nothing can be called missing from it.</summary>
    public void MarkIncomplete(string file) => _incomplete.Add(file);

    /// <summary>Whether no fault hides a part of the file.</summary>
    public bool IsComplete(string file) => !_incomplete.Contains(file);

    private static IEnumerable<Finding> InOrder(List<Finding> findings) => findings
        .Distinct()
        .OrderBy(finding => Array.IndexOf(DataFile.All, finding.File.Split('/')[0]) is var place and >= 0 ? place : DataFile.All.Length)
        .ThenBy(finding => finding.File, StringComparer.Ordinal)
        .ThenBy(finding => finding.Line ?? 0);
}
