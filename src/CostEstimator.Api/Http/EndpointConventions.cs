using CostEstimator.Api.Problems;

namespace CostEstimator.Api.Http;

/// <summary>What endpoints say of their answers, for the OpenAPI document.</summary>
internal static class EndpointConventions
{
    /// <summary>The endpoint answers 304 to a client that has the answer already.</summary>
    public static RouteHandlerBuilder CanBeNotModified(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces(StatusCodes.Status304NotModified);

    /// <summary>The endpoint refuses with a problem of these status codes.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ProblemResponse>(status, ProblemWriter.MediaType);
        }

        return endpoint;
    }
}
