using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Storage.DataFiles;

/// <summary><c>sources.csv</c>.</summary>
internal static class SourcesFile
{
    /// <summary>Reads the sources.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="today">The day against which a source is old.</param>
    /// <param name="codes">Takes every code in the file, also of rows with another fault, so that one fault does not cause others.</param>
    /// <param name="required">Takes the keys of the texts that may translate what the sources say.</param>
    /// <param name="findings">Takes faults and warnings.</param>
    public static List<PriceSource> Read(
        string directory, DateOnly today, HashSet<string> codes, RequiredTexts required, Findings findings)
    {
        var sources = new List<PriceSource>();
        foreach (var row in CsvTable.Read(directory, DataFile.Sources, ["code", "title", "publisher", "locator", "read_on"], findings))
        {
            var code = row.Code("code");
            var title = row.Text("title");
            var publisher = row.Text("publisher");
            var locator = row.Text("locator");
            var isDay = row.TryOptionalDay("read_on", out var readOn);
            if (isDay && readOn is null)
            {
                row.Fault("read_on is empty");
            }

            if (code is not null)
            {
                required.AddOptional($"source.{code}.title");
                required.AddOptional($"source.{code}.locator");
            }

            if (code is not null && !codes.Add(code))
            {
                row.Fault($"source '{code}' stands twice");
            }
            else if (code is not null && title is not null && publisher is not null && locator is not null && readOn is { } day)
            {
                sources.Add(new PriceSource(code, title, publisher, locator, day));
                WarnOfAge(row, code, day, today);
            }
        }

        return sources;
    }

    private static void WarnOfAge(CsvRow row, string code, DateOnly readOn, DateOnly today)
    {
        if (readOn < today.AddYears(-1))
        {
            row.Warn($"source '{code}' was read on {Iso.Format(readOn)}, over a year ago; read it again");
        }
        else if (readOn > today)
        {
            row.Warn($"source '{code}' was read on {Iso.Format(readOn)}, which is still to come");
        }
    }
}
