namespace CostEstimator.Storage.DataFiles;

/// <summary>The keys of the texts that the data call for, each with the first place that does, and of those that may be missing.</summary>
internal sealed class RequiredTexts
{
    private readonly OrderedDictionary<string, (string File, int? Line)> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _optional = new(StringComparer.Ordinal);

    public IEnumerable<(string Key, string File, int? Line)> All => _places.Select(place => (place.Key, place.Value.File, place.Value.Line));

    /// <summary>Adds a key; null, of a code that is at fault itself, adds nothing.</summary>
    public void Add(string? key, string file, int? line)
    {
        if (key is not null)
        {
            _places.TryAdd(key, (file, line));
        }
    }

    /// <summary>Adds the key of a text that may be missing.</summary>
    public void AddOptional(string key) => _optional.Add(key);

    /// <summary>Whether the text is of use.</summary>
    public bool Contains(string key) => _places.ContainsKey(key) || _optional.Contains(key);
}
