namespace CostEstimator.Api.Requests;

/// <summary>A code as a request writes it.</summary>
internal sealed record DraftCode(string Code, Place Place);
