namespace CostEstimator.Api.Requests;

/// <summary>A fact as a request states it.</summary>
internal sealed record DraftFact(string Fact, string Value, Place Place);
