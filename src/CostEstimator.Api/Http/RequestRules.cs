using System.Reflection;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CostEstimator.Api.Http;

/// <summary>
/// Holds for every endpoint: only parameters that exist, single ones only once, and a client that takes JSON. The framework
/// would pass over the first, join the second and not look at the third.
/// </summary>
internal static class RequestRules
{
    public static TBuilder WithRequestRules<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilterFactory((endpoint, next) =>
    {
        var parameters = QueryParametersOf(endpoint.MethodInfo);
        return invocation =>
        {
            var problem = CheckQuery(invocation.HttpContext.Request, parameters) ?? CheckAccept(invocation.HttpContext.Request);
            return problem is null ? next(invocation) : ValueTask.FromResult<object?>(problem.ToResult());
        };
    });

    /// <summary>The query parameters of a handler, each with whether it may be repeated.</summary>
    private static OrderedDictionary<string, bool> QueryParametersOf(MethodInfo handler) => new(
        handler.GetParameters()
            .Where(parameter => parameter.IsDefined(typeof(AsParametersAttribute)))
            .SelectMany(parameter => parameter.ParameterType.GetProperties())
            .Select(property => KeyValuePair.Create(
                property.GetCustomAttribute<FromQueryAttribute>()?.Name ?? property.Name, property.PropertyType.IsArray)),
        StringComparer.Ordinal);

    private static Problem? CheckQuery(HttpRequest request, OrderedDictionary<string, bool> parameters)
    {
        if (!request.QueryString.HasValue)
        {
            return null;
        }

        List<Fault>? faults = null;
        var seen = 0;
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            var name = pair.DecodeName().ToString();
            var place = parameters.IndexOf(name);
            if (place < 0)
            {
                var shown = Place.Shown(name);
                (faults ??= []).Add(
                    Fault.Of(ProblemKind.UnknownParameter, Place.Of(shown), Templates.NoSuchParameter, ("name", shown)).Knowing(parameters.Keys));
            }
            else if ((seen & (1 << place)) != 0 && !parameters.GetAt(place).Value)
            {
                (faults ??= []).Add(Fault.Of(ProblemKind.RepeatedParameter, Place.Of(name), Templates.ParameterRepeated, ("name", name)));
            }
            else
            {
                seen |= 1 << place;
            }
        }

        return faults is null ? null : Problem.Of(faults);
    }

    private static Problem? CheckAccept(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return null;
        }

        var ranges = request.GetTypedHeaders().Accept;
        var best = ranges.Where(IncludesJson).OrderBy(Breadth).ThenByDescending(range => range.Quality ?? 1).FirstOrDefault();
        return ranges.Count == 0 || (best is not null && best.Quality != 0)
            ? null
            : FrameworkProblems.NotAcceptable();
    }

    private static bool IncludesJson(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes
        || (range.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals("json", StringComparison.OrdinalIgnoreCase)));

    private static int Breadth(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0;
}
