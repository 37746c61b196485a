namespace CostEstimator.Storage.Quotes;

/// <summary>A row of quotes.</summary>
internal sealed record QuoteRow
{
    public required long Number { get; init; }

    public required long Reference { get; init; }

    public required string IssuedAt { get; init; }

    public required string ValidUntil { get; init; }

    public required string PriceListVersion { get; init; }

    public required string Language { get; init; }

    public required string? Bulletin { get; init; }

    public required string? Partner { get; init; }

    public required string Request { get; init; }

    public required byte[] Answer { get; init; }

    public required byte[]? AnswerRest { get; init; }

    public required long? SharedRest { get; init; }

    /// <summary>Of all of it; null: it is an earlier quote.</summary>
    public long? RowChecksum { get; init; }

    /// <summary>Of the answer, reference and validity of an earlier quote; null: it has the other one, or none.</summary>
    public long? Checksum { get; init; }
}
