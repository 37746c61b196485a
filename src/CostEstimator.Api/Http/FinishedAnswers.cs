using System.Text.Json.Serialization.Metadata;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Watching;
using Microsoft.AspNetCore.Http.Features;

namespace CostEstimator.Api.Http;

/// <summary>
/// Gives an answer again, as bytes, to a request that is written like an earlier one, before the request is understood. It is given
/// with the headers that it would have otherwise, and counts like any other.
/// </summary>
internal sealed class FinishedAnswers : IDisposable
{
    private const int MostBytes = 12 * 1024 * 1024;
    private const int MostCharacters = 512;

    private readonly Recurring<FinishedAnswer> _answers = new(MostBytes);
    private readonly CurrentPriceList _current;
    private readonly PricingDay _day;
    private readonly Freshness _freshness;
    private readonly ShortWay _way;
    private readonly ProductMeter _meter;

    public FinishedAnswers(CurrentPriceList current, PricingDay day, Freshness freshness, ShortWay way, ProductMeter meter)
    {
        (_current, _day, _freshness, _way, _meter) = (current, day, freshness, way, meter);

        // Each answer holds the price data that it is from.
        current.TakenOver += _answers.Clear;
    }

    /// <summary>What a request that comes now sees.</summary>
    public Moment Now => new(_current.Snapshot, _day.Today);

    public void Dispose()
    {
        _current.TakenOver -= _answers.Clear;
        _answers.Dispose();
    }

    /// <summary>Answers what was answered before; hands all else on.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || Find(http.Request) is not { } answer)
        {
            return next(http);
        }

        var known = http.Request.Headers.IfNoneMatch;
        var isKnown = known.Count == 1 && known[0] == answer.Tag;
        return (known.Count == 0 || isKnown) && _way.TryAdmit(http) ? WriteAsync(http, answer, isKnown) : next(http);
    }

    /// <summary>An answer, kept if the same request came before.</summary>
    /// <param name="http">The request, whose answer has its headers already.</param>
    /// <param name="moment">What the answer is from.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="type">Its type in <see cref="ApiJsonContext.Default"/>.</param>
    /// <param name="count">Counts it, now and whenever it is given again.</param>
    public IResult Ok<T>(HttpContext http, Moment moment, T answer, JsonTypeInfo<T> type, Action? count = null)
    {
        count?.Invoke();
        Span<char> room = stackalloc char[MostCharacters];
        var key = KeyOf(http.Request, room);
        if (key.IsEmpty || !_answers.CameBefore(key))
        {
            return Answers.Ok(answer, type);
        }

        var json = AnswerJson.Of(answer, type);
        _answers.Keep(key, Finished(http.Response.Headers, moment, json, count), json.Length);
        return new StoredJsonResult(StatusCodes.Status200OK, json);
    }

    private FinishedAnswer? Find(HttpRequest request)
    {
        Span<char> room = stackalloc char[MostCharacters];
        var key = KeyOf(request, room);
        return !key.IsEmpty && _answers.TryFind(key, out var answer) && answer.Moment == Now ? answer : null;
    }

    private static FinishedAnswer Finished(IHeaderDictionary headers, Moment moment, byte[] json, Action? count) =>
        new(moment, headers.ETag!, headers.ContentLanguage!, headers.Vary!, json, count);

    private Task WriteAsync(HttpContext http, FinishedAnswer answer, bool isKnown)
    {
        var headers = http.Response.Headers;
        headers.ETag = answer.Tag;
        headers.CacheControl = _freshness.CacheControl(answer.Moment.Today);
        headers.ContentLanguage = answer.Language;
        headers.Vary = answer.Vary;
        Freshness.SetPriceListVersion(http, answer.Moment.Snapshot);
        ShortWay.SetHeaders(headers);
        SecurityHeaders.SetForWidget(http.Request.Path, headers);
        _meter.Repeated();
        if (isKnown)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        answer.Count?.Invoke();
        return StoredJsonResult.WriteAsync(http, StatusCodes.Status200OK, answer.Json);
    }

    /// <summary>Everything of a request that its answer depends on, as it is written; empty: such requests are not kept.</summary>
    private static ReadOnlySpan<char> KeyOf(HttpRequest request, Span<char> room)
    {
        // As it was sent: once decoded, a path may hold anything.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return request.Headers.AcceptLanguage is { Count: <= 1 } language
            && request.Headers.Accept is { Count: <= 1 } accept
            && room.TryWrite($"{target}\n{(string?)language}\n{(string?)accept}", out var length)
            ? room[..length]
            : [];
    }
}
