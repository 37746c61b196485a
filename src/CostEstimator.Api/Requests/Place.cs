namespace CostEstimator.Api.Requests;

/// <summary>Where in a request something stands: a pointer into the body, or a parameter.</summary>
internal readonly record struct Place
{
    private const int MostShown = 60;

    private Place(string? pointer, string? parameter)
    {
        Pointer = pointer;
        Parameter = parameter;
    }

    public string? Pointer { get; }

    public string? Parameter { get; }

    public static Place Of(string parameter) => new(null, parameter);

    public static Place At(string pointer) => new(pointer, null);

    /// <summary>A place further inside the body; a parameter has no inside.</summary>
    public Place In(string name) => Pointer is null
        ? this
        : At($"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}");

    /// <summary>What a client sent, for a message: not more of it than helps.</summary>
    public static string Shown(string text)
    {
        if (text.Length <= MostShown)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown;
        return $"{text[..length]}…";
    }
}
