using CostEstimator.Api.Http;

namespace CostEstimator.Api.Estimates;

/// <summary>What the items of a request cost, as far as it is known.</summary>
/// <remarks>
/// The total encloses every price that some case gives, and each of its ends is reached by a case. It is not the sum of the lines'
/// prices: one unknown fact may move several lines together.
/// </remarks>
public record EstimateResponse
{
    /// <summary>The day whose prices count.</summary>
    /// <example>2026-11-22</example>
    public required DateOnly On { get; init; }

    /// <summary>The version of the price list: a digest of its content.</summary>
    /// <example>3f0c9a52b7d1e864</example>
    public required string PriceListVersion { get; init; }

    /// <summary>The currency of every price but the published ones in `basis`, by ISO 4217.</summary>
    /// <example>USD</example>
    public required string Currency { get; init; }

    /// <summary>The language of the texts.</summary>
    /// <example>en</example>
    public required string Language { get; init; }

    /// <summary>The code of the programme that was asked for; null: none.</summary>
    public required string? Programme { get; init; }

    /// <summary>The facts that the request states: the code of each fact, and of its value.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>The price of everything.</summary>
    public required PriceRangeResponse Total { get; init; }

    /// <summary>The codes of the treatments that leave the total without an upper bound.</summary>
    public required IReadOnlyList<string> OpenBecause { get; init; }

    /// <summary>
    /// The items that some case includes, in order: those of the programme, stage by stage, then those that the request names itself.
    /// </summary>
    public required PrewrittenList<EstimateLineResponse> Lines { get; init; }

    /// <summary>The codes of the treatments for which in some case no price is published.</summary>
    public required IReadOnlyList<string> OnRequest { get; init; }

    /// <summary>The unknown facts that move the total, the one that moves it most first: what to ask next.</summary>
    public required IReadOnlyList<QuestionResponse> Questions { get; init; }

    /// <summary>How prices were converted to the estimate's currency; null: all of them were published in it.</summary>
    public required ExchangeResponse? Exchange { get; init; }

    /// <summary>What the reader of the estimate should know.</summary>
    public required PrewrittenList<NoteResponse> Notes { get; init; }

    /// <summary>What every estimate is shown with.</summary>
    public required NoteResponse Disclaimer { get; init; }
}
