namespace CostEstimator.Api.Requests;

/// <summary>A quantity as a request states it: any whole numbers.</summary>
internal sealed record DraftQuantity(int Min, int? Max, Place MinPlace, Place MaxPlace);
