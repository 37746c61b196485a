using CostEstimator.Api.Callers;

namespace CostEstimator.Api.Http;

/// <summary>
/// What the pipeline does for every request for data, done at once for those that are answered before it: an answer has the headers
/// that it would have otherwise, and counts like any other.
/// </summary>
internal sealed class ShortWay(CallerIdentification callers, CallerLimits limits)
{
    /// <summary>Counts a request, and says whether its caller may send it. Refusals are left to those who know how to word them.</summary>
    public bool TryAdmit(HttpContext http) =>
        !IsFromNowhere(http.Request) && callers.Identify(http).Refusal is null && limits.AttemptAcquire(http).IsAcquired;

    /// <summary>Whether the client takes JSON, as may be seen at once.</summary>
    public static bool TakesJson(HttpRequest request) => request.Headers.Accept is [] or ["*/*" or Answers.MediaType];

    /// <summary>Sets the headers of data that any page may read.</summary>
    public static void SetHeaders(IHeaderDictionary headers)
    {
        SecurityHeaders.SetForData(headers);
        PagePolicies.Open(headers);
    }

    // It names a page, and does not say which: what that page may read is for the framework to say.
    private static bool IsFromNowhere(HttpRequest request) => request.Headers.Origin is [""];
}
