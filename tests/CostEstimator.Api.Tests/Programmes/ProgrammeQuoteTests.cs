using CostEstimator.Api.Tests.Estimates;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Programmes;

/// <summary>Quotes of programmes.</summary>
public sealed class ProgrammeQuoteTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Fact]
    public async Task PostQuote_Programme_IsCreatedWithEveryMemberAndReadAgain()
    {
        var issued = await seed.Client.PostQuoteAsync("""{"programme":"acute-leukaemia","items":[{"treatment":"coordination"}],"facts":{"transplant":"none"}}""");
        var read = await seed.Client.FetchAsync(issued.Header("Location")!);

        Assert.Equal(201, issued.Status);
        EstimateShape.AssertEstimate(issued.Json, $"{EstimateShape.Quote} {EstimateShape.OfProgramme}");
        Assert.Equal("acute-leukaemia", issued.StringAt("/programme"));
        Assert.Equal("6000.00", issued.StringAt("/total/low"));
        Assert.Equal(issued.Body, read.Body);
    }

    [Theory]
    [InlineData("""{"programme":"acute-leukaemia"}""")]
    [InlineData("""{"programme":"acute-leukaemia","items":[]}""")]
    [InlineData("""{"programme":"acute-leukaemia","items":null,"facts":null,"currency":null,"language":null}""")]
    public async Task PostQuote_ProgrammeAlone_IsEnough(string body)
    {
        var answer = await seed.Client.PostQuoteAsync(body);

        Assert.Equal(201, answer.Status);
        Assert.Equal(11, answer.At("/lines").GetArrayLength());
        Assert.Equal("from $6,000", answer.StringAt("/total/text"));
    }

    [Fact]
    public async Task PostQuote_UnknownProgramme_NamesTheKnownAndKeepsNothing()
    {
        var before = seed.Host.Database.QuoteCount();

        var answer = await seed.Client.PostQuoteAsync("""{"programme":"x","items":[{"treatment":"chemo"}]}""");

        answer.AssertRefused(422, "unknown-programme", "/programme");
        Assert.Equal("""["acute-leukaemia"]""", answer.At("/errors/0/known").GetRawText());
        Assert.Equal("/items/0/treatment", answer.StringAt("/errors/1/pointer"));
        Assert.Equal(before, seed.Host.Database.QuoteCount());
    }

    [Fact]
    public async Task PostQuote_FiftyItemsBesidesAProgramme_AreAccepted()
    {
        var answer = await seed.Client.PostQuoteAsync(Body(50));

        Assert.Equal(201, answer.Status);
        Assert.Equal(61, answer.At("/lines").GetArrayLength());
        (await seed.Client.PostQuoteAsync(Body(51))).AssertRefused(422, "too-many-items", "/items");

        static string Body(int count) =>
            $$"""{"programme":"acute-leukaemia","items":[{{string.Join(',', Enumerable.Repeat("""{"treatment":"chemotherapy"}""", count))}}]}""";
    }

    [Fact]
    public async Task PostQuote_RuleOfAnOptionalItemEnds_IsValidUntilThen()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan").Treatment("bed").Fact("ward", "shared", "own")
                .Rule("scan-price", "scan", "100", "100").Rule("bed-price", "bed", "50", "50", to: "2026-12-01")
                .Item("stay", "first", "scan").Item("stay", "second", "bed", conditions: "ward=own"),
        });

        var unknown = await host.Client.PostQuoteAsync("""{"programme":"stay"}""");
        var shared = await host.Client.PostQuoteAsync("""{"programme":"stay","facts":{"ward":"shared"}}""");

        Assert.Equal("2026-12-01", unknown.StringAt("/validUntil"));
        Assert.Equal("This quote is valid through November 30, 2026.", unknown.StringAt("/validityText"));
        Assert.Equal("2026-12-22", shared.StringAt("/validUntil"));
    }
}
