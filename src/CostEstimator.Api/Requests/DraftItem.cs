namespace CostEstimator.Api.Requests;

/// <summary>An item as a request names it.</summary>
internal sealed record DraftItem(DraftCode Treatment, DraftQuantity? Quantity);
