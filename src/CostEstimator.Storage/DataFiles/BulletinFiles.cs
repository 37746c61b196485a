using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.ExchangeRates;

namespace CostEstimator.Storage.DataFiles;

/// <summary><c>exchange-rates/*.xml</c>: bulletins as the bank publishes them, in files of any name, one a day at most.</summary>
internal static class BulletinFiles
{
    private const string Extension = ".xml";

    /// <summary>Reads the bulletins, in the order of the names of their files.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="today">The day after which there can be no bulletin yet.</param>
    /// <param name="findings">Takes faults and warnings.</param>
    public static List<Bulletin> Read(string directory, DateOnly today, Findings findings)
    {
        var fileOfDay = new Dictionary<DateOnly, string>();
        var bulletins = new List<Bulletin>();
        foreach (var file in FilesIn(directory, findings))
        {
            if (BulletinIn(directory, file, findings) is not { } bulletin)
            {
                continue;
            }

            bulletins.Add(bulletin);
            if (!fileOfDay.TryAdd(bulletin.Day, file))
            {
                findings.Fault(file, null, $"the bulletin of {Iso.Format(bulletin.Day)} is in {fileOfDay[bulletin.Day]}, too; keep one of them");
            }

            if (bulletin.Day > today)
            {
                findings.Warn(file, null, $"the bulletin is of {Iso.Format(bulletin.Day)}, which is still to come");
            }
        }

        return bulletins;
    }

    private static List<string> FilesIn(string directory, Findings findings)
    {
        var folder = Path.Combine(directory, DataFile.ExchangeRates);
        if (File.Exists(folder))
        {
            findings.Fault(DataFile.ExchangeRates, null, "this is a file; it must be a folder of bulletins");
            return [];
        }

        var files = new List<string>();
        try
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
            {
                var file = $"{DataFile.ExchangeRates}/{Path.GetFileName(entry)}";
                if (file.EndsWith(Extension, StringComparison.Ordinal) && !Directory.Exists(entry))
                {
                    files.Add(file);
                }
                else
                {
                    findings.WarnOfStranger(file);
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            // As good as empty.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            findings.Fault(DataFile.ExchangeRates, null, $"the folder of bulletins cannot be read: {fault.Message}");
            return [];
        }

        if (files.Count == 0)
        {
            findings.Warn(DataFile.ExchangeRates, null, "there is no bulletin of exchange rates: no price can be converted");
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static Bulletin? BulletinIn(string directory, string file, Findings findings)
    {
        var reading = BulletinParser.ParseFile(Path.Combine(directory, file), file);
        foreach (var fault in reading.Faults)
        {
            findings.Fault(fault.File, fault.Line, fault.Reason);
        }

        return reading.Bulletin;
    }
}
