using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Watching;
using CostEstimator.Api.Wording;

namespace CostEstimator.Api.Estimates;

/// <summary>
/// Answers requests for estimates before the pipeline, which takes a fifth of the time of an answer. Whatever is not plain, or is to be
/// refused, goes the ordinary way.
/// </summary>
internal sealed class PlainEstimates(
    ShortWay way, FinishedAnswers finished, Freshness freshness, ProductMeter meter, ILogger<PlainEstimates> logger)
{
    private readonly Action _count = meter.Estimated;

    /// <summary>Answers a plain request for an estimate; hands all else on.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        IsPlain(http.Request) && PlainQuery.Read(http.Request.QueryString.Value) is { } query && way.TryAdmit(http)
            ? AnswerAsync(query, http, next)
            : next(http);

    private static bool IsPlain(HttpRequest request) =>
        request.Path.Value == EstimateEndpoints.Route
        && HttpMethods.IsGet(request.Method)
        && request.Headers.IfNoneMatch.Count == 0
        && ShortWay.TakesJson(request);

    private async Task AnswerAsync(EstimateQuery query, HttpContext http, RequestDelegate next)
    {
        try
        {
            if (AnswerTo(query, http, _count) is { } answer)
            {
                await answer.ExecuteAsync(http);
                return;
            }
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            // On the ordinary way, the client is told, too.
            Log.PlainEstimateFailed(logger, fault);
        }

        await next(http);
    }

    /// <summary>The answer; null: it is a refusal, for others to word.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="http">The request.</param>
    /// <param name="count">Counts the answer, now and whenever it is given again; null: it is neither counted nor kept.</param>
    public IResult? AnswerTo(EstimateQuery query, HttpContext http, Action? count)
    {
        AnswerLanguage.Choose(http, AnswerLanguage.Of(query.Language, http.Request));
        AnswerLanguage.Tell(http);
        var answer = EstimateEndpoints.AnswerTo(query, http, freshness, finished, count);
        if (answer is ProblemResult)
        {
            return null;
        }

        ShortWay.SetHeaders(http.Response.Headers);
        return answer;
    }
}
