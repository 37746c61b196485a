namespace CostEstimator.Api.Estimates;

/// <summary>Something that the reader of a price should know.</summary>
public sealed record NoteResponse
{
    /// <summary>The code of the note, for programs.</summary>
    /// <example>sources-disagree</example>
    public required string Code { get; init; }

    /// <summary>The note, ready to show.</summary>
    /// <example>Published prices of the same treatment differ from source to source; the range covers all of them.</example>
    public required string Text { get; init; }
}
