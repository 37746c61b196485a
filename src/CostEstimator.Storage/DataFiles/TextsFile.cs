using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Storage.DataFiles;

/// <summary><c>texts.csv</c>.</summary>
internal static class TextsFile
{
    private const char FormSeparator = '|';

    // The prefixes of keys that belong to a code of the data: without that code, the text is never shown.
    private static readonly string[] PrefixesOfCodes = ["treatment.", "unit.", "fact.", "source.", "programme.", "stage.", "note."];

    // How many forms a unit's name may have: one for all numbers, or one for each plural form of the language.
    private static readonly (string Language, int[] Forms)[] Languages = [("en", [1, 2]), ("ru", [1, 3]), ("tr", [1, 2])];

    public static List<Text> Read(string directory, RequiredTexts required, Findings findings)
    {
        var texts = new Dictionary<string, Text>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var unused = new List<CsvRow>();
        foreach (var row in CsvTable.Read(directory, DataFile.Texts, ["key", "en", "ru", "tr"], findings))
        {
            if (row.Text("key") is not { } key)
            {
                continue;
            }

            if (!keys.Add(key))
            {
                row.Fault($"key '{key}' stands twice");
                continue;
            }

            if (TextOf(row, key) is { } text)
            {
                texts.Add(key, text);
            }

            if (!required.Contains(key) && Templates.Find(key) is null && Array.Exists(PrefixesOfCodes, prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            {
                unused.Add(row);
            }
        }

        // What a fault hides may call for a text, or be one.
        foreach (var row in unused.Where(_ => !findings.AnyFault))
        {
            row.Warn($"no data call for the text '{row.Raw("key")}'");
        }

        foreach (var (key, file, line) in required.All.Where(text => !keys.Contains(text.Key) && findings.IsComplete(DataFile.Texts)))
        {
            findings.Fault(file, line, $"{DataFile.Texts} has no text '{key}'");
        }

        return [.. texts.Values];
    }

    private static Text? TextOf(CsvRow row, string key)
    {
        var (en, ru, tr) = (row.Text("en"), row.Text("ru"), row.Text("tr"));
        var languages = Languages.Where(language => !string.IsNullOrWhiteSpace(row.Raw(language.Language))).ToList();
        if (key.StartsWith("unit.", StringComparison.Ordinal))
        {
            foreach (var (language, forms) in languages)
            {
                var parts = row.Raw(language).Split(FormSeparator);
                if (!forms.Contains(parts.Length) || parts.Any(string.IsNullOrWhiteSpace))
                {
                    row.Fault($"{language} '{row.Raw(language)}' needs {string.Join(" or ", forms)} forms of the word, joined by '{FormSeparator}'");
                }
            }
        }

        if (Templates.Find(key) is { } template)
        {
            foreach (var (language, _) in languages.Where(language => !template.Fits(row.Raw(language.Language))))
            {
                var placeholders = string.Join(", ", template.Placeholders.Select(name => $"{{{name}}}"));
                row.Fault($"{language} '{row.Raw(language)}' needs the placeholders of '{key}', and no others: {(placeholders.Length == 0 ? "none" : placeholders)}");
            }
        }

        return en is null || ru is null || tr is null ? null : new Text(key, en, ru, tr);
    }
}
