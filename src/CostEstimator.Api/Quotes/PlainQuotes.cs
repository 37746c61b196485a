using CostEstimator.Api.Http;

namespace CostEstimator.Api.Quotes;

/// <summary>
/// Issues quotes before the pipeline, which takes a fifth of the time of a quote. Whatever is to be refused, or failed, is told on the
/// ordinary way.
/// </summary>
internal sealed class PlainQuotes(ShortWay way, QuoteBodies bodies, QuoteDesk desk)
{
    /// <summary>Answers a plain request for a quote; hands all else on.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        IsPlain(http.Request) && way.TryAdmit(http) ? AnswerAsync(http, next) : next(http);

    // What a page may read is for the framework to say.
    private static bool IsPlain(HttpRequest request) =>
        request.Path.Value == QuoteEndpoints.Route
        && HttpMethods.IsPost(request.Method)
        && !request.QueryString.HasValue
        && request.Headers.Origin.Count == 0
        && ShortWay.TakesJson(request);

    private async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        var answering = QuoteEndpoints.AnswerAsync(http, bodies, desk);
        try
        {
            if (await answering is StoredJsonResult issued)
            {
                SecurityHeaders.SetForData(http.Response.Headers);
                await issued.ExecuteAsync(http);
                return;
            }
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            answering = Task.FromException<IResult>(fault);
        }

        http.Features.Set(new EarlyAnswer(answering));
        await next(http);
    }
}
