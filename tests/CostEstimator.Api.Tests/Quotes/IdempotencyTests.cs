using CostEstimator.Api.Tests.Fixture;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>Requests for quotes that come again under the same key.</summary>
public sealed class IdempotencyTests
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";
    private const string OtherQuote = """{"items":[{"treatment":"chemotherapy"}],"currency":"EUR"}""";

    private static readonly (string Name, string Value) Key = ("Idempotency-Key", "order-1");

    [Theory]
    [InlineData("order-1", "order-1")]
    [InlineData("\"order-1\"", "order-1")]
    [InlineData("order-1", "  \"order-1\"  ")]
    [InlineData("\"a\\\"b\\\\c\"", "\"a\\\"b\\\\c\"")]
    [InlineData("\"a b\"", "\"a b\"")]
    [InlineData("8e03978e-40d5-43dd-bc93-6894a57f9324", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")]
    public async Task PostQuote_SameKeyAndBody_IsAnsweredWithTheSameQuote(string first, string second)
    {
        await using var host = await EstimatorHost.StartAsync();

        var issued = await host.Client.PostQuoteAsync(Quote, ("Idempotency-Key", first));
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(23));
        var again = await host.Client.PostQuoteAsync(Quote, ("Idempotency-Key", second), ("Accept-Language", "ru"));

        Assert.Equal([201, 201], [issued.Status, again.Status]);
        Assert.Equal(issued.Body, again.Body);
        foreach (var header in new[] { "Location", "Content-Language", "Price-List-Version", "Content-Type" })
        {
            Assert.Equal(issued.Header(header), again.Header(header));
        }

        Assert.Equal(1, host.Database.QuoteCount());
    }

    [Fact]
    public async Task PostQuote_SameKeyAfterARestartAndOtherPrices_IsAnsweredWithTheSameQuote()
    {
        using var folder = new TempFolder();
        var setup = new HostSetup { DatabaseFile = folder["quotes.db"] };
        ApiAnswer issued;
        await using (var host = await EstimatorHost.StartAsync(setup))
        {
            issued = await host.Client.PostQuoteAsync(Quote, Key);
            host.Database.Execute("UPDATE price_rules SET low = low + 100 WHERE high IS NULL");
        }

        await using var restarted = await EstimatorHost.StartAsync(setup);
        var again = await restarted.Client.PostQuoteAsync(Quote, Key);

        Assert.Equal(issued.Body, again.Body);
        Assert.NotEqual(issued.Header("Price-List-Version"), (await restarted.Client.FetchAsync("/v1/treatments")).Header("Price-List-Version"));
    }

    [Theory]
    [InlineData(OtherQuote)]
    [InlineData("""{"items":[{"treatment":"chemo"}]}""")]
    public async Task PostQuote_SameKeyAndOtherBodyAfterARestart_IsRefused(string body)
    {
        using var folder = new TempFolder();
        var setup = new HostSetup { DatabaseFile = folder["quotes.db"] };
        await using (var host = await EstimatorHost.StartAsync(setup))
        {
            await host.Client.PostQuoteAsync(Quote, Key);
        }

        await using var restarted = await EstimatorHost.StartAsync(setup);
        var answer = await restarted.Client.PostQuoteAsync(body, Key);

        answer.AssertRefused(422, "idempotency-key-reused", "Idempotency-Key");
        Assert.Equal(1, restarted.Database.QuoteCount());
    }

    [Fact]
    public async Task PostQuote_SameKeyAfterARestartWhileAnotherProgramWrites_IsAnsweredWithTheSameQuote()
    {
        using var folder = new TempFolder();
        var setup = new HostSetup { DatabaseFile = folder["quotes.db"] };
        ApiAnswer issued;
        await using (var host = await EstimatorHost.StartAsync(setup))
        {
            issued = await host.Client.PostQuoteAsync(Quote, Key);
        }

        await using var restarted = await EstimatorHost.StartAsync(setup);
        using var other = Lock(restarted);
        var again = await restarted.Client.PostQuoteAsync(Quote, Key);
        var refused = await restarted.Client.PostQuoteAsync(Quote, ("Idempotency-Key", "order-2"));

        Assert.Equal(issued.Body, again.Body);
        Assert.Equal(503, refused.Status);
    }

    [Fact]
    public async Task PostQuote_AnotherServerIssuedItUnderTheKey_IsAnsweredWithTheSameQuote()
    {
        using var folder = new TempFolder();
        var setup = new HostSetup { DatabaseFile = folder["quotes.db"] };
        await using var one = await EstimatorHost.StartAsync(setup);
        await using var other = await EstimatorHost.StartAsync(setup);

        var issued = await one.Client.PostQuoteAsync(Quote, Key);
        var again = await other.Client.PostQuoteAsync(Quote, Key);

        Assert.Equal(issued.Body, again.Body);
        Assert.Equal(1, one.Database.QuoteCount());
    }

    [Theory]
    [InlineData(OtherQuote)]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}] }""")]
    [InlineData("""{"items":[{"treatment":"chemo"}]}""")]
    public async Task PostQuote_SameKeyAndOtherBody_IsRefused(string body)
    {
        await using var host = await EstimatorHost.StartAsync();
        await host.Client.PostQuoteAsync(Quote, Key);

        var answer = await host.Client.PostQuoteAsync(body, Key);

        answer.AssertRefused(422, "idempotency-key-reused", "Idempotency-Key");
        Assert.Equal(1, host.Database.QuoteCount());
    }

    [Fact]
    public async Task PostQuote_SameKeyADayLater_IsANewRequest()
    {
        await using var host = await EstimatorHost.StartAsync();
        var issued = await host.Client.PostQuoteAsync(Quote, Key);
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(24));

        var other = await host.Client.PostQuoteAsync(OtherQuote, Key);

        Assert.Equal(201, other.Status);
        Assert.NotEqual(issued.Header("Location"), other.Header("Location"));
    }

    [Fact]
    public async Task PostQuote_SameKeyOfOtherCallers_HasNothingToDoWithIt()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Proxies:Known"] = "127.0.0.1" } });
        var (one, other) = (await PartnerSite.AddAsync(host, "clinic-a"), await PartnerSite.AddAsync(host, "clinic-b"));

        var answers = new[]
        {
            await host.Client.PostQuoteAsync(Quote, Key),
            await host.Client.PostQuoteAsync(OtherQuote, Key, one.Header),
            await host.Client.PostQuoteAsync(Quote, Key, other.Header),
            await host.Client.PostQuoteAsync(Quote, Key, ("X-Forwarded-For", "192.0.2.1")),
            await host.Client.PostQuoteAsync(OtherQuote, Key, ("X-Forwarded-For", "192.0.2.2")),
        };

        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.Equal(5, answers.Select(answer => answer.Header("Location")).Distinct().Count());
        Assert.Equal(answers[3].Body, (await host.Client.PostQuoteAsync(Quote, Key, ("X-Forwarded-For", "192.0.2.1"))).Body);
    }

    [Fact]
    public async Task PostQuote_RotatedKeyOfThePartner_StillKnowsItsRequests()
    {
        await using var host = await EstimatorHost.StartAsync();
        var site = await PartnerSite.AddAsync(host);
        var issued = await host.Client.PostQuoteAsync(Quote, Key, site.Header);
        var rotated = site with { Key = PartnerSite.StoreOf(host).Rotate(site.Code)!.Text };
        await rotated.WaitUntilAsync(200);

        Assert.Equal(issued.Body, (await host.Client.PostQuoteAsync(Quote, Key, rotated.Header)).Body);
    }

    [Fact]
    public async Task PostQuote_RefusedBefore_MayBeMendedUnderTheSameKey()
    {
        await using var host = await EstimatorHost.StartAsync();

        (await host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemo"}]}""", Key)).AssertRefused(422, "unknown-treatment");
        (await host.Client.PostQuoteAsync("{", Key)).AssertRefused(400, "bad-body");

        Assert.Equal(201, (await host.Client.PostQuoteAsync(Quote, Key)).Status);
    }

    [Fact]
    public async Task PostQuote_ManyAtOnce_IssuesOneQuote()
    {
        await using var host = await EstimatorHost.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.Client.PostQuoteAsync(Quote, Key)));

        Assert.Equal(1, host.Database.QuoteCount());
        var issued = answers.Where(answer => answer.Status == 201).ToList();
        Assert.NotEmpty(issued);
        Assert.All(issued, answer => Assert.Equal(issued[0].Body, answer.Body));
        Assert.All(answers.Except(issued), answer => answer.AssertRefused(409, "idempotency-key-in-use", "Idempotency-Key"));
    }

    [Fact]
    public async Task PostQuote_WhileTheFirstStillRuns_IsRefusedWithARetry()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var other = Lock(host);
        List<Task<ApiAnswer>> both = [host.Client.PostQuoteAsync(Quote, Key), host.Client.PostQuoteAsync(Quote, Key)];
        var refused = await Task.WhenAny(both);
        both.Remove(refused);
        var otherBody = await host.Client.PostQuoteAsync(OtherQuote, Key);
        await other.DisposeAsync();

        (await refused).AssertRefused(409, "idempotency-key-in-use", "Idempotency-Key");
        Assert.Equal("1", (await refused).Header("Retry-After"));
        otherBody.AssertRefused(422, "idempotency-key-reused", "Idempotency-Key");
        var issued = await both[0];
        Assert.Equal(201, issued.Status);
        Assert.Equal(issued.Body, (await host.Client.PostQuoteAsync(Quote, Key)).Body);
    }

    [Fact]
    public async Task PostQuote_DatabaseRefuses_MayBeTriedAgainUnderTheSameKey()
    {
        await using var host = await EstimatorHost.StartAsync();
        host.Database.Execute("CREATE TRIGGER full BEFORE INSERT ON idempotency_keys BEGIN SELECT RAISE(ABORT, 'no'); END");

        (await host.Client.PostQuoteAsync(Quote, Key)).AssertRefused(503, "unavailable");
        Assert.Equal(0, host.Database.QuoteCount());
        host.Database.Execute("DROP TRIGGER full");

        Assert.Equal(201, (await host.Client.PostQuoteAsync(Quote, Key)).Status);
        Assert.Equal(1, host.Database.QuoteCount());
    }

    private static SqliteConnection Lock(EstimatorHost host)
    {
        var connection = host.Database.Connect();
        TestDatabase.Execute(connection, "BEGIN IMMEDIATE");
        return connection;
    }
}
