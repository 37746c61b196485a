using CostEstimator.Api.Hosting;
using CostEstimator.Api.Http;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Storage;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.Health;

/// <summary>Whether the product runs, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    /// <summary>Where all of it is.</summary>
    public const string Route = "/health";

    private static readonly HealthResponse Ok = new() { Status = "ok" };

    public static void MapHealth(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup(Route).WithTags("Health");
        group.MapGet("/live", GetLive)
            .WithName("getLive")
            .WithSummary("Tell whether the product runs")
            .WithDescription("Answers as long as the process serves requests, whatever the database does.")
            .Produces<HealthResponse>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status406NotAcceptable);
        group.MapGet("/ready", GetReady)
            .WithName("getReady")
            .WithSummary("Tell whether the product can do its work")
            .WithDescription("Refuses with the reason when quotes cannot be kept, no price rule is in force today, the price data of the database cannot be read, or a quote was found damaged.")
            .Produces<HealthResponse>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status406NotAcceptable, StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult GetLive(HttpContext http) => Healthy(http);

    private static async Task<IResult> GetReady(HttpContext http, CurrentPriceList current, PricingDay day, QuoteStore quotes, QuoteAudit audit)
    {
        if ((audit.Fault ?? quotes.Damage) is { } damage)
        {
            return Unready(Templates.DatabaseDamaged, damage);
        }

        // A file that is gone concerns quotes and price data alike: what is asked of it here says so best.
        try
        {
            await quotes.RefuseUnwritableAsync();
        }
        catch (Exception refused) when (refused is SqliteException or DatabaseException)
        {
            return Unready(Templates.QuotesNotKept, refused.Message);
        }

        if (current.Fault is { } fault)
        {
            return Unready(Templates.PriceDataUnreadable, fault);
        }

        return current.Snapshot.Data.List.Rules.Any(rule => rule.Validity.Contains(day.Today))
            ? Healthy(http)
            : new Problem(ProblemKind.Unavailable, Templates.NoRuleInForce, ("day", day.Today)).ToResult();
    }

    private static IResult Healthy(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Answers.Ok(Ok, ApiJsonContext.Default.HealthResponse);
    }

    // The reason is for operators, in the words of whatever failed: English.
    private static ProblemResult Unready(Template detail, string reason) =>
        new Problem(ProblemKind.Unavailable, detail, ("reason", reason)).ToResult();
}
