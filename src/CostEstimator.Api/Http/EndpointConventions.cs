using CostEstimator.Api.Problems;

namespace CostEstimator.Api.Http;

/// <summary>What endpoints say of their answers, for the OpenAPI document.</summary>
/// <remarks>
/// Groups of endpoints share tags and filters, and each endpoint has its whole route: what is measured of one with the route of its
/// group would name it with a slash at the end.
/// </remarks>
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
