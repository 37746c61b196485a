using CostEstimator.Api.Http;
using CostEstimator.Api.PriceLists;

namespace CostEstimator.Api.Estimates;

/// <summary>An item of the request with its price, over every case in which it applies.</summary>
public sealed record EstimateLineResponse
{
    /// <summary>The stage of the programme that the item is from; null: it was asked for by itself.</summary>
    public required StageResponse? Stage { get; init; }

    /// <summary>The code of the treatment.</summary>
    /// <example>chemotherapy</example>
    public required string Treatment { get; init; }

    /// <summary>The name of the treatment, ready to show.</summary>
    /// <example>Chemotherapy</example>
    public required string Name { get; init; }

    /// <summary>How much of it.</summary>
    public required QuantityResponse Quantity { get; init; }

    /// <summary>What the quantity assumes, where no source states it; null: it assumes nothing.</summary>
    public required NoteResponse? Assumption { get; init; }

    /// <summary>The price of one unit in the estimate's currency, rounded outward to its minor unit; null: on request.</summary>
    public required PriceRangeResponse? UnitPrice { get; init; }

    /// <summary>The price of the quantity. Where no price is published, it counts as from 0, with no upper bound.</summary>
    public required PriceRangeResponse Price { get; init; }

    /// <summary>Whether in some case the item is not needed.</summary>
    public required bool Optional { get; init; }

    /// <summary>Whether in some case no price is published.</summary>
    public required bool OnRequest { get; init; }

    /// <summary>For each fact that decides whether the item applies, the values with which it does; empty: always.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> When { get; init; }

    /// <summary>The same in words, ready to show; null: always.</summary>
    public required string? WhenText { get; init; }

    /// <summary>Whether rules that hold side by side were published with different prices; `basis` names their sources.</summary>
    public required bool SourcesDisagree { get; init; }

    /// <summary>The rules that the price rests on, by code.</summary>
    public required PrewrittenList<PriceRuleResponse> Basis { get; init; }

    /// <summary>The sum in words.</summary>
    /// <example>4–6 courses × from $1,500</example>
    public required string Text { get; init; }
}
