using CostEstimator.Api.OpenApi;

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

    private static Task Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        SetForData(headers);
        if (http.Request.Path.StartsWithSegments(OpenApiRegistration.UiPath, StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentSecurityPolicy = ForSwaggerUi;
        }

        return Task.CompletedTask;
    }
}
