using CostEstimator.Api.PriceLists;
using CostEstimator.Storage.PriceLists;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CostEstimator.Api.Wording;

/// <summary>Which language a request is answered in: the one that it names, else the one that its client prefers, else English.</summary>
internal static class AnswerLanguage
{
    /// <summary>The parameter by which a request names the language.</summary>
    public const string Parameter = "language";

    private static readonly Chosen[] Choices = [.. Enum.GetValues<Language>().Select(language => new Chosen(language))];

    /// <summary>The language of the answer.</summary>
    public static Language Of(HttpContext http)
    {
        if (http.Features.Get<Chosen>() is { } chosen)
        {
            return chosen.Language;
        }

        var asked = Asked(http.Request);
        Choose(http, asked);
        return asked;
    }

    /// <summary>The words of the answer, from the price data in force.</summary>
    public static Words WordsOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<CurrentPriceList>().Snapshot.WordsIn(Of(http));

    /// <summary>Decides the language of the answer, whatever the parameter and the headers say.</summary>
    public static void Choose(HttpContext http, Language language) => http.Features.Set(Choices[(int)language]);

    /// <summary>Says in the headers of the answer which language it is in, and that the request's headers had a say in it.</summary>
    public static void Tell(HttpContext http)
    {
        http.Response.Headers.ContentLanguage = Languages.CodeOf(Of(http));
        var vary = http.Response.Headers.Vary;
        if (!vary.Any(value => value?.Contains(HeaderNames.AcceptLanguage, StringComparison.OrdinalIgnoreCase) == true))
        {
            http.Response.Headers.Vary = StringValues.Concat(vary, HeaderNames.AcceptLanguage);
        }
    }

    /// <summary>Says so in every answer of these endpoints; one that decides otherwise says so again.</summary>
    public static TBuilder WithLanguage<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(static (invocation, next) =>
    {
        Tell(invocation.HttpContext);
        return next(invocation);
    });

    /// <summary>Decides the language of every answer of these endpoints, whatever the client prefers.</summary>
    public static TBuilder WithLanguage<TBuilder>(this TBuilder endpoints, Language language)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter((invocation, next) =>
    {
        Choose(invocation.HttpContext, language);
        return next(invocation);
    });

    /// <summary>The language of an answer to a request that names this one; null: it names none.</summary>
    public static Language Of(string? named, HttpRequest request) => Languages.Find(named) ?? Preferred(request);

    private static Language Asked(HttpRequest request) =>
        Of(request.Query.TryGetValue(Parameter, out var named) && named.Count == 1 ? named[0] : null, request);

    /// <summary>The language that the client likes best by its <c>Accept-Language</c>; of several, the one that it names first.</summary>
    private static Language Preferred(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.AcceptLanguage))
        {
            return Languages.All[0];
        }

        var ranges = request.GetTypedHeaders().AcceptLanguage;
        return Languages.All
            .Select(language => (Language: language, Wish: WishFor(language, ranges)))
            .Where(wish => wish.Wish.Quality > 0)
            .OrderByDescending(wish => wish.Wish.Quality)
            .ThenBy(wish => wish.Wish.Place)
            .Select(wish => wish.Language)
            .FirstOrDefault(Languages.All[0]);
    }

    // "ru-RU" asks for Russian, and so does "ru"; "*" asks for whatever no other range names.
    private static (double Quality, int Place) WishFor(Language language, IList<StringWithQualityHeaderValue> ranges)
    {
        var code = Languages.CodeOf(language);
        (double Quality, int Place)? named = null;
        (double Quality, int Place) any = (0, int.MaxValue);
        for (var place = 0; place < ranges.Count; place++)
        {
            var (range, quality) = (ranges[place].Value, ranges[place].Quality ?? 1);
            if (range == "*")
            {
                any = (quality, int.MaxValue);
            }
            else if (IsIn(range, code) && quality > (named?.Quality ?? -1))
            {
                named = (quality, place);
            }
        }

        return named ?? any;
    }

    private static bool IsIn(StringSegment range, string code) =>
        range.StartsWith(code, StringComparison.OrdinalIgnoreCase) && (range.Length == code.Length || range.Value![code.Length] == '-');

    private sealed record Chosen(Language Language);
}
