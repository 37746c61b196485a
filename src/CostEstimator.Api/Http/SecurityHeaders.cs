using CostEstimator.Api.OpenApi;
using CostEstimator.Api.Widget;

namespace CostEstimator.Api.Http;

/// <summary>Headers by which browsers take answers for nothing but what they are.</summary>
internal static class SecurityHeaders
{
    // Data are no page: nothing in them runs, whatever a browser is made to take them for.
    private const string ForData = "default-src 'none'; frame-ancestors 'none'";

    // Swagger UI runs its own scripts, shows icons from within its style sheet, and sets styles on its elements.
    private const string ForSwaggerUi =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The product's own pages run their own scripts, and nothing that stands within them.
    private const string ForPages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors ";

    private const string ForDemo = ForPages + "'none'";
    private const string ForEmbed = ForPages + "*";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        // At the end: whatever answers after a fault clears the headers set before.
        app.Use((HttpContext http, RequestDelegate next) =>
        {
            http.Response.OnStarting(static state => Set((HttpContext)state), http);
            return next(http);
        });
    }

    /// <summary>Sets those of an answer that is no page.</summary>
    public static void SetForData(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = ForData;
    }

    /// <summary>Sets what lets pages that isolate themselves have the widget's files and texts, where an answer is one of them.</summary>
    public static void SetForWidget(PathString path, IHeaderDictionary headers)
    {
        if (path.StartsWithSegments(WidgetFiles.Folder, StringComparison.Ordinal))
        {
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
    }

    private static Task Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        SetForData(headers);
        if (http.Request.Path.StartsWithSegments(OpenApiRegistration.UiPath, StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentSecurityPolicy = ForSwaggerUi;
        }
        else if (headers.ContentType is [{ } type] && type.StartsWith("text/html", StringComparison.Ordinal))
        {
            SetForPage(http.Request.Path, headers);
        }
        else
        {
            SetForWidget(http.Request.Path, headers);
        }

        return Task.CompletedTask;
    }

    private static void SetForPage(PathString path, IHeaderDictionary headers)
    {
        var isForFrames = path.StartsWithSegments(WidgetFiles.EmbedPath, StringComparison.OrdinalIgnoreCase);
        headers.ContentSecurityPolicy = isForFrames ? ForEmbed : ForDemo;
        if (isForFrames)
        {
            // Pages that isolate themselves may frame it, too.
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        }
    }
}
