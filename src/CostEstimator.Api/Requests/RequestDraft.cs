namespace CostEstimator.Api.Requests;

/// <summary>What a request asks for, as it was understood, before anything is looked up: the same for a query and a body.</summary>
internal sealed record RequestDraft
{
    public required IReadOnlyList<DraftItem> Items { get; init; }

    /// <summary>Where items are given, for a request that has none.</summary>
    public required Place ItemsPlace { get; init; }

    public required DraftCode? Programme { get; init; }

    public required IReadOnlyList<DraftFact> Facts { get; init; }

    public required DraftCode? Currency { get; init; }

    public required DraftCode? Language { get; init; }

    /// <summary>The day whose prices count; null: today.</summary>
    public required DateOnly? On { get; init; }
}
