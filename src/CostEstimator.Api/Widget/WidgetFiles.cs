using Microsoft.Net.Http.Headers;

namespace CostEstimator.Api.Widget;

/// <summary>The files of the widget, its page for frames, and the page that shows what it can do.</summary>
internal static class WidgetFiles
{
    /// <summary>Where the files of this version of the widget are.</summary>
    public const string Folder = "/widget/v1";

    /// <summary>The page that shows a widget within a frame of another page.</summary>
    public const string EmbedPath = $"{Folder}/embed";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapWidgetFiles(this WebApplication app)
    {
        app.MapStaticAssets().Add(KeepLong);
        app.MapPage("/", "demo/index.html");
        app.MapPage(EmbedPath, "widget/v1/embed.html");
    }

    private static void MapPage(this WebApplication app, string path, string file) =>
        app.MapMethods(path, Reading, () => TypedResults.VirtualFile(file, "text/html; charset=utf-8"))
            .AddEndpointFilter(static (invocation, next) =>
            {
                invocation.HttpContext.Response.Headers.CacheControl = "no-cache";
                return next(invocation);
            })
            .ExcludeFromDescription()
            .DisableRateLimiting();

    // What is published under a version never changes: pages pin its digest. Whatever is new is a new version.
    private static void KeepLong(EndpointBuilder asset)
    {
        asset.Metadata.Add(new Microsoft.AspNetCore.RateLimiting.DisableRateLimitingAttribute());
        if (asset is not RouteEndpointBuilder { RoutePattern.RawText: { } path, RequestDelegate: { } serve }
            || !$"/{path.TrimStart('/')}".StartsWith($"{Folder}/", StringComparison.Ordinal) || Path.GetExtension(path) is not (".js" or ".css"))
        {
            return;
        }

        asset.RequestDelegate = http =>
        {
            http.Response.OnStarting(static state => Keep((HttpContext)state), http);
            return serve(http);
        };
    }

    private static Task Keep(HttpContext http)
    {
        if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
        {
            http.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        }

        return Task.CompletedTask;
    }
}
