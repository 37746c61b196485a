namespace CostEstimator.Api.Problems;

/// <summary>A refusal as the answer of an endpoint.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, problem);
}
