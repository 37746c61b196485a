using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Storage.Partners;

namespace CostEstimator.Api.Tests.Callers;

/// <summary>Requests with a partner's key, with one that does not hold, and without.</summary>
public sealed class PartnerKeyTests : IAsyncLifetime
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    private EstimatorHost? _host;
    private PartnerSite? _site;

    public static TheoryData<string> Paths =>
    [
        "/v1/estimates?item=chemotherapy", "/v1/estimates?x=1", "/v1/treatments", "/v1/treatments/chemotherapy", "/v1/price-rules",
        "/v1/programmes", "/v1/exchange-rates", "/v1/quotes/Q-0000-0000-0000", "/v1/nothing",
    ];

    private EstimatorHost Host => _host!;

    private PartnerSite Site => _site!;

    public async ValueTask InitializeAsync()
    {
        _host = await EstimatorHost.StartAsync();
        _site = await PartnerSite.AddAsync(_host);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_UnknownKey_IsRefusedWhateverIsAsked(string path)
    {
        var answer = await Host.Client.FetchAsync(path, ("X-Api-Key", PartnerKey.Create().Text));

        answer.AssertRefused(401, "unknown-key", "X-Api-Key");
        Assert.Equal("ApiKey header=\"X-Api-Key\"", answer.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("tce_00000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    public async Task PostQuote_KeyThatIsNone_IsRefusedAndNothingKept(string key)
    {
        var answer = await Host.Client.PostQuoteAsync(Quote, ("X-Api-Key", key));

        answer.AssertRefused(401, "unknown-key", "X-Api-Key");
        Assert.Equal(0, Host.Database.QuoteCount());
    }

    [Fact]
    public async Task Get_KeyWithOneOtherCharacter_IsRefused()
    {
        var other = $"{Site.Key[..^1]}{(Site.Key[^1] == 'A' ? 'B' : 'A')}";

        (await Host.Client.FetchAsync("/v1/treatments", ("X-Api-Key", other))).AssertRefused(401, "unknown-key", "X-Api-Key");
        (await Host.Client.FetchAsync("/v1/treatments", Site.Header, ("X-Api-Key", other))).AssertRefused(401, "unknown-key", "X-Api-Key");
    }

    [Fact]
    public async Task Get_KnownKey_IsAnsweredLikeAnyRequest()
    {
        var with = await Host.Client.FetchAsync("/v1/estimates?item=chemotherapy", Site.Header);
        var without = await Host.Client.FetchAsync("/v1/estimates?item=chemotherapy");

        Assert.Equal(200, with.Status);
        Assert.Equal(without.Text, with.Text);
        Assert.Equal(without.Header("ETag"), with.Header("ETag"));
    }

    [Fact]
    public async Task PostQuote_WithAndWithoutAKey_RemembersWhoIssuedIt()
    {
        var with = await Host.Client.PostQuoteAsync(Quote, Site.Header);
        var without = await Host.Client.PostQuoteAsync(Quote);

        Assert.Equal([201, 201], [with.Status, without.Status]);
        Assert.Equal(
            "clinic-a,-",
            Host.Database.Value<string>("SELECT group_concat(coalesce(partner, '-')) FROM (SELECT partner FROM quotes ORDER BY partner IS NULL)"));
    }

    [Fact]
    public async Task RotateAndRevoke_WhileServing_TakeEffectSoon()
    {
        var key = PartnerSite.StoreOf(Host).Rotate(Site.Code)!;
        await Site.WaitUntilAsync(401);
        var rotated = Site with { Key = key.Text };
        await rotated.WaitUntilAsync(200);

        PartnerSite.StoreOf(Host).Revoke(Site.Code);
        await rotated.WaitUntilAsync(401);

        (await Host.Client.PostQuoteAsync(Quote, rotated.Header)).AssertRefused(401, "unknown-key", "X-Api-Key");
        Assert.Equal(200, (await Host.Client.FetchAsync("/v1/treatments")).Status);
    }

    [Fact]
    public async Task Refresh_PartnersCannotBeRead_TheKnownKeysStillHold()
    {
        Host.Database.Execute("ALTER TABLE partner_list RENAME TO gone");
        await Host.RunUntilAsync(() => Task.FromResult(Host.Log.Any(line => line.Id.Id == 13)));

        Assert.Equal(200, (await Host.Client.FetchAsync("/v1/treatments", Site.Header)).Status);

        Host.Database.Execute("ALTER TABLE gone RENAME TO partner_list");
        PartnerSite.StoreOf(Host).Revoke(Site.Code);
        await Site.WaitUntilAsync(401);
        Assert.Single(Host.Log, line => line.Id.Id == 13);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    public async Task Get_HealthAndDocument_NeedNoKeyAndMindNone(string path)
    {
        await using var closed = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Partners:RequireKey"] = "true" } });

        Assert.Equal(200, (await closed.Client.FetchAsync(path)).Status);
        Assert.Equal(200, (await closed.Client.FetchAsync(path, ("X-Api-Key", "nonsense"))).Status);
    }

    [Fact]
    public async Task RequireKey_True_AnswersPartnersAlone()
    {
        await using var closed = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Partners:RequireKey"] = "true" } });
        var site = await PartnerSite.AddAsync(closed);

        foreach (var path in Paths)
        {
            (await closed.Client.FetchAsync(path.Data)).AssertRefused(401, "key-missing", "X-Api-Key");
        }

        (await closed.Client.PostQuoteAsync(Quote)).AssertRefused(401, "key-missing", "X-Api-Key");
        (await closed.Client.FetchAsync("/v1/treatments", ("X-Api-Key", "nonsense"))).AssertRefused(401, "unknown-key", "X-Api-Key");
        Assert.Equal(201, (await closed.Client.PostQuoteAsync(Quote, site.Header)).Status);

        // A shared cache would give the answer to those who have no key.
        var answer = await closed.Client.FetchAsync("/v1/treatments", site.Header);
        Assert.Contains("private", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.DoesNotContain("public", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }
}
