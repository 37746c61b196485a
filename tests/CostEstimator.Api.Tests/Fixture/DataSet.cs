using System.Text;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>A small set of data files. Texts that it needs are made up from the codes unless they are given.</summary>
public sealed class DataSet
{
    private readonly List<string> _treatments = [];
    private readonly List<string> _facts = [];
    private readonly List<string> _rules = [];
    private readonly OrderedDictionary<string, string> _texts = new(StringComparer.Ordinal) { ["disclaimer"] = "No offer." };

    /// <summary>The data files that ship with the build.</summary>
    public static string ShippedDirectory { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>One treatment, <c>scan</c>, with one price.</summary>
    public static DataSet OfOneScan(string low, string high) => new DataSet().Treatment("scan").Rule("scan-price", "scan", low, high);

    /// <summary>Adds a treatment, whose unit is <c>session</c>.</summary>
    public DataSet Treatment(string code, int min = 1, int? max = 1)
    {
        _treatments.Add($"{code},session,{min},{max}");
        _texts.TryAdd($"treatment.{code}", $"Name of {code}");
        _texts.TryAdd("unit.session", "session|sessions");
        return this;
    }

    public DataSet Fact(string code, params string[] values)
    {
        _texts.TryAdd($"fact.{code}", $"Which {code}?");
        foreach (var value in values)
        {
            _facts.Add($"{code},{value}");
            _texts.TryAdd($"fact.{code}.{value}", $"{code} is {value}");
        }

        return this;
    }

    /// <summary>Adds a price rule; what is left empty, the file leaves empty.</summary>
    public DataSet Rule(
        string code, string treatment, string low, string high = "", string conditions = "", string currency = "USD",
        string from = "", string to = "")
    {
        _rules.Add($"{code},{treatment},{conditions},{currency},{low},{high},{from},{to},list,");
        return this;
    }

    /// <summary>Gives a text.</summary>
    public DataSet Text(string key, string text)
    {
        _texts[key] = text;
        return this;
    }

    /// <summary>Writes the files into a directory, which is made if need be.</summary>
    /// <returns>The directory.</returns>
    public string WriteTo(string directory)
    {
        Directory.CreateDirectory(directory);
        Write("treatments.csv", "code,unit,min_quantity,max_quantity", _treatments);
        Write("facts.csv", "fact,value", _facts);
        Write("sources.csv", "code,title,publisher,locator,read_on", ["list,A list,A clinic,Page 1,2026-11-01"]);
        Write("price-rules.csv", "code,treatment,conditions,currency,low,high,valid_from,valid_to,source,note", _rules);
        Write("texts.csv", "key,en,ru,tr", _texts.Select(RowOf));
        return directory;

        void Write(string file, string header, IEnumerable<string> rows) =>
            File.WriteAllText(Path.Combine(directory, file), string.Join('\n', [header, .. rows, ""]), new UTF8Encoding(false));
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Other languages than English count otherwise: there, units have one form.
    private static string RowOf(KeyValuePair<string, string> text)
    {
        var other = text.Key.StartsWith("unit.", StringComparison.Ordinal) ? text.Value.Split('|')[0] : text.Value;
        return $"{text.Key},{Cell(text.Value)},{Cell(other)},{Cell(other)}";
    }
}
