using CostEstimator.Api.Estimates;

namespace CostEstimator.Api.PriceLists;

/// <summary>While in force, a treatment costs this range per unit in every case that meets all conditions, as its source published it.</summary>
public sealed record PriceRuleResponse
{
    /// <summary>The code of the rule.</summary>
    /// <example>allogeneic-bmt-related-donor</example>
    public required string Code { get; init; }

    /// <summary>The code of the treatment that it prices.</summary>
    /// <example>allogeneic-bmt</example>
    public required string Treatment { get; init; }

    /// <summary>For each fact that the rule is conditioned on, the values that meet it; empty: it holds in every case.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Conditions { get; init; }

    /// <summary>The price of one unit, as published.</summary>
    public required PriceRangeResponse Range { get; init; }

    /// <summary>The first day in force; null: since ever.</summary>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>The first day no longer in force; null: for ever.</summary>
    public required DateOnly? ValidTo { get; init; }

    /// <summary>Where the price was published.</summary>
    public required PriceSourceResponse Source { get; init; }

    /// <summary>What the reader of the price should know; null: nothing.</summary>
    public required NoteResponse? Note { get; init; }
}
