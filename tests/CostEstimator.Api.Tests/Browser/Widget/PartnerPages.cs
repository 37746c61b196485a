using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>The site of a partner: pages of another origin than the API's.</summary>
public sealed class PartnerPages : IAsyncDisposable
{
    private readonly BankServer _server;

    private PartnerPages(BankServer server) => _server = server;

    /// <summary>The address of the site.</summary>
    public string Url => new Uri(_server.Url).GetLeftPart(UriPartial.Authority);

    /// <summary>Serves a page with this in its body and head, under this Content-Security-Policy, its root having these attributes.</summary>
    public static async Task<PartnerPages> StartAsync(string body, string head = "", string? policy = null, string html = "lang=\"en\"") =>
        new(await BankServer.StartAsync(http =>
        {
            if (policy is not null)
            {
                http.Response.Headers.ContentSecurityPolicy = policy;
            }

            var page = $"""
                <!DOCTYPE html>
                <html {html}>
                <head><meta charset="utf-8"><title>Clinic</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">{head}</head>
                <body><main><h1>Clinic</h1>{body}</main></body>
                </html>
                """;
            return BankServer.Giving(page, type: "text/html; charset=utf-8")(http);
        }));

    /// <summary>The tag that brings the widget from a host.</summary>
    public static string ScriptOf(EstimatorHost host) =>
        $"<script type=\"module\" src=\"{host.Address.GetLeftPart(UriPartial.Authority)}/widget/v1/treatment-cost-estimator.js\"></script>";

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
