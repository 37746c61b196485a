namespace CostEstimator.Api.Quotes;

/// <summary>What a request for a quote has come to before the pipeline: nobody issues it a second time.</summary>
/// <param name="Answering">It has ended, with a refusal or a fault.</param>
internal sealed record EarlyAnswer(Task<IResult> Answering);
