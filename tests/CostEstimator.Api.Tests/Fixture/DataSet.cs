using System.Text;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>A small set of data files. Texts that it needs are made up from the codes unless they are given.</summary>
public sealed class DataSet
{
    private readonly List<string> _treatments = [];
    private readonly List<string> _facts = [];
    private readonly List<string> _rules = [];
    private readonly List<string> _items = [];
    private readonly List<BulletinXml> _bulletins = [];
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

    /// <summary>Adds an item to a stage of a programme; the quantity is <c>4</c>, <c>4-6</c>, <c>4-</c>, or empty for the treatment's own.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="quantity">The quantity.</param>
    /// <param name="conditions">When the item applies, as the file writes it.</param>
    /// <param name="assumption">The code of a note; empty: none.</param>
    public DataSet Item(string programme, string stage, string treatment, string quantity = "1", string conditions = "", string assumption = "")
    {
        var ends = quantity.Split('-');
        _items.Add($"{programme},{stage},{treatment},{conditions},{ends[0]},{ends[^1]},{assumption}");
        _texts.TryAdd($"programme.{programme}", $"Programme {programme}");
        _texts.TryAdd($"stage.{programme}.{stage}", $"Stage {stage}");
        return assumption.Length == 0 ? this : Text($"note.{assumption}", $"Assumed: {assumption}.");
    }

    /// <summary>Adds a bulletin of exchange rates.</summary>
    public DataSet Bulletin(BulletinXml bulletin)
    {
        _bulletins.Add(bulletin);
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
        Write("programmes.csv", "programme,stage,treatment,conditions,min_quantity,max_quantity,note", _items);
        Write("texts.csv", "key,en,ru,tr", _texts.Select(RowOf));
        Directory.CreateDirectory(Path.Combine(directory, "exchange-rates"));
        foreach (var bulletin in _bulletins)
        {
            bulletin.WriteTo(Path.Combine(directory, "exchange-rates", $"{bulletin.Day:yyyy-MM-dd}.xml"));
        }

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
