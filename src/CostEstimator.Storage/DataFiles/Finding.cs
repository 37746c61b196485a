using System.Globalization;

namespace CostEstimator.Storage.DataFiles;

/// <summary>Something that is wrong, or worth a look, in a data file.</summary>
/// <param name="File">The name of the file in the data directory: <c>texts.csv</c>, <c>exchange-rates/2026-09-18.xml</c>.</param>
/// <param name="Line">The line, from 1; null: the file as a whole.</param>
/// <param name="Reason">What was found, and what would be right.</param>
public sealed record Finding(string File, int? Line, string Reason)
{
    /// <summary>The finding as compilers write theirs: <c>price-rules.csv:7: low 80000 is above high 60000</c>.</summary>
    public override string ToString() =>
        Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}: {Reason}") : $"{File}: {Reason}";
}
