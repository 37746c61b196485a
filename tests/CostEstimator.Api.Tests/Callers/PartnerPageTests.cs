using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Callers;

/// <summary>Quotes that pages issue with a partner's key: pages of that partner only.</summary>
public sealed class PartnerPageTests : IAsyncLifetime
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";
    private const string Stranger = "https://other.example";

    private EstimatorHost? _host;
    private PartnerSite? _site;

    private EstimatorHost Host => _host!;

    private PartnerSite Site => _site!;

    public async ValueTask InitializeAsync()
    {
        _host = await EstimatorHost.StartAsync();
        _site = await PartnerSite.AddAsync(_host);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Fact]
    public async Task PostQuote_KeyFromThePartnersPage_IsIssuedAndReadableThereOnly()
    {
        var answer = await Host.Client.PostQuoteAsync(Quote, Site.Header, ("Origin", PartnerSite.Page));

        Assert.Equal(201, answer.Status);
        Assert.Equal(PartnerSite.Page, answer.Header("Access-Control-Allow-Origin"));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
        Assert.Contains("Location", answer.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Contains("Origin", answer.Header("Vary"), StringComparison.Ordinal);
        Assert.Contains("Accept-Language", answer.Header("Vary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData("https://clinic.example.evil.example")]
    [InlineData("https://sub.clinic.example")]
    [InlineData("https://clinic.example:8443")]
    [InlineData("http://clinic.example")]
    [InlineData("null")]
    [InlineData("*")]
    public async Task PostQuote_KeyFromAnotherPage_IsRefusedAndNothingKept(string origin)
    {
        var answer = await Host.Client.PostQuoteAsync(Quote, Site.Header, ("Origin", origin));

        answer.AssertRefused(403, "origin-not-allowed", "Origin");
        Assert.Null(answer.Header("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", answer.Header("Vary"), StringComparison.Ordinal);
        Assert.Equal(0, Host.Database.QuoteCount());
    }

    [Fact]
    public async Task PostQuote_KeyFromNoPage_IsIssued() => Assert.Equal(201, (await Host.Client.PostQuoteAsync(Quote, Site.Header)).Status);

    [Fact]
    public async Task PostQuote_KeyFromOurOwnPage_IsIssued()
    {
        var answer = await Host.Client.PostQuoteAsync(Quote, Site.Header, ("Origin", Host.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(201, answer.Status);
    }

    [Theory]
    [InlineData("/v1/estimates?item=chemotherapy")]
    [InlineData("/v1/treatments")]
    [InlineData("/v1/quotes/Q-0000-0000-0000")]
    public async Task Get_KeyFromAnyPage_MayBeReadThere(string path)
    {
        var answer = await Host.Client.FetchAsync(path, Site.Header, ("Origin", Stranger));

        Assert.Equal(200, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task PostQuote_UnknownKeyFromAnyPage_TellsThePageWhy()
    {
        var answer = await Host.Client.PostQuoteAsync(Quote, ("X-Api-Key", "nonsense"), ("Origin", Stranger));

        answer.AssertRefused(401, "unknown-key");
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(PartnerSite.Page, "content-type,x-api-key", PartnerSite.Page)]
    [InlineData(Stranger, "content-type,x-api-key", null)]
    [InlineData(Stranger, "X-API-KEY", null)]
    [InlineData(Stranger, "content-type,idempotency-key", "*")]
    public async Task Options_PreflightOfAQuote_IsGrantedToPartnersPagesWhereAKeyWillCome(string origin, string headers, string? granted)
    {
        var answer = await Host.Client.CallAsync(
            "OPTIONS", "/v1/quotes", null, ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", headers));

        Assert.Equal(204, answer.Status);
        Assert.Equal(granted, answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Options_PartnerRevoked_IsNotGrantedToItsPages()
    {
        PartnerSite.StoreOf(Host).Revoke(Site.Code);
        await Site.WaitUntilAsync(401);

        var answer = await Host.Client.CallAsync(
            "OPTIONS", "/v1/quotes", null, ("Origin", PartnerSite.Page), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "x-api-key"));

        Assert.Equal((204, null), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Options_DatabaseGone_IsStillAnswered()
    {
        Host.Database.Execute("DROP TABLE partner_origins; DROP TABLE quotes");

        var answer = await Host.Client.CallAsync(
            "OPTIONS", "/v1/quotes", null, ("Origin", PartnerSite.Page), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "x-api-key"));

        Assert.Equal(PartnerSite.Page, answer.Header("Access-Control-Allow-Origin"));
    }
}
