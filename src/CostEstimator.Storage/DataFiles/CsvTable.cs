using System.Globalization;
using System.Text;
using CsvHelper;

namespace CostEstimator.Storage.DataFiles;

/// <summary>The rows of a data file: UTF-8, a header row with exactly the columns of the file, RFC 4180 quoting.</summary>
internal static class CsvTable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private const string BadQuotes =
        "a quote stands in the middle of a field or is never closed; quote the whole field and double the quotes in it";

    /// <summary>Reads a file. What cannot be read is a fault, and the rest of the file goes on where that makes sense.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="file">The name of the file in it.</param>
    /// <param name="columns">The columns that the file must have, in any order, and no others.</param>
    /// <param name="findings">Takes the faults.</param>
    public static IReadOnlyList<CsvRow> Read(string directory, string file, ReadOnlySpan<string> columns, Findings findings)
    {
        if (ReadText(directory, file, findings) is not { } text)
        {
            return [];
        }

        var badLines = new HashSet<long>();
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record =>
            {
                badLines.Add(record.LineNumber);
                Fault(findings, file, (int)record.LineNumber, BadQuotes);
            },
        });
        if (!reader.Read())
        {
            Fault(findings, file, 1, $"the file is empty; its first line must be {string.Join(',', columns)}");
            return [];
        }

        var header = Fields(reader);
        return !badLines.Contains(reader.LineNumber) && HasColumns(header, columns, file, findings)
            ? ReadRows(reader, header, badLines, file, findings)
            : [];
    }

    private static string? ReadText(string directory, string file, Findings findings)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(directory, file));
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            try
            {
                // The same data are the same text, whatever line endings a checkout gave the file.
                return StrictUtf8.GetString(bytes, start, bytes.Length - start).Replace("\r\n", "\n", StringComparison.Ordinal);
            }
            catch (DecoderFallbackException fault)
            {
                var line = 1 + bytes.AsSpan(0, Math.Min(bytes.Length, start + Math.Max(0, fault.Index))).Count((byte)'\n');
                Fault(findings, file, line, "the text is not UTF-8; save the file as UTF-8");
            }
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            Fault(findings, file, null, "the file is missing");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Fault(findings, file, null, $"the file cannot be read: {fault.Message}");
        }

        return null;
    }

    private static bool HasColumns(string[] header, ReadOnlySpan<string> columns, string file, Findings findings)
    {
        var expected = columns.ToArray();
        var faults = expected.Except(header, StringComparer.Ordinal).Select(column => $"column '{column}' is missing")
            .Concat(header.Except(expected, StringComparer.Ordinal).Select(column => $"column '{column}' is unknown"))
            .Concat(header.CountBy(column => column, StringComparer.Ordinal).Where(count => count.Value > 1)
                .Select(count => $"column '{count.Key}' stands twice"))
            .ToList();
        foreach (var fault in faults)
        {
            Fault(findings, file, 1, $"{fault}; the first line must be {string.Join(',', expected)}");
        }

        return faults.Count == 0;
    }

    private static List<CsvRow> ReadRows(CsvReader reader, string[] header, HashSet<long> badLines, string file, Findings findings)
    {
        var rows = new List<CsvRow>();
        while (reader.Read())
        {
            if (badLines.Contains(reader.LineNumber))
            {
                continue;
            }

            var line = (int)reader.LineNumber;
            var fields = Fields(reader);
            if (fields.Length != header.Length)
            {
                Fault(findings, file, line, string.Create(
                    CultureInfo.InvariantCulture, $"the row has {fields.Length} fields, not {header.Length}; quote a field that holds a comma"));
                continue;
            }

            var byColumn = header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            rows.Add(new CsvRow(file, line, byColumn, findings));
        }

        return rows;
    }

    // What cannot be read as a row may have been one that others need.
    private static void Fault(Findings findings, string file, int? line, string reason)
    {
        findings.MarkIncomplete(file);
        findings.Fault(file, line, reason);
    }

    private static string[] Fields(CsvReader reader)
    {
        var fields = new string[reader.FieldCount];
        for (var field = 0; field < fields.Length; field++)
        {
            fields[field] = reader.GetString(field);
        }

        return fields;
    }
}
