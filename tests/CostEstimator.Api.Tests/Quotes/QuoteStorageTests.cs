using System.Text.Json.Nodes;
using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage;
using CostEstimator.Storage.Quotes;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>What is kept of a quote.</summary>
public sealed class QuoteStorageTests
{
    private const string ChemotherapyOnce = """{"items":[{"treatment":"chemotherapy","quantity":{"min":1,"max":1}}]}""";

    [Theory]
    [InlineData("""{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}}],"facts":{"donor":"related"},"currency":"USD","language":"en"}""")]
    [InlineData("""{"items":[{"treatment":"chemotherapy","quantity":{"min":4}},{"treatment":"allogeneic-bmt"}],"language":"en"}""")]
    [InlineData("""{"programme":"acute-leukaemia","facts":{"transplant":"allogeneic","donor":"related"},"currency":"RUB","language":"ru"}""")]
    public async Task PostQuote_GoodRequest_KeepsWhatWasAsked(string request)
    {
        await using var host = await EstimatorHost.StartAsync();

        await host.Client.PostQuoteAsync(request);

        var kept = JsonNode.Parse(host.Database.Value<string>("SELECT request FROM quotes"))!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(request), kept), kept.ToJsonString());
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("de", "en")]
    [InlineData("tr-TR, en;q=0.5", "tr")]
    public async Task PostQuote_NoLanguageAsked_KeepsTheOneThatItWasAnsweredIn(string accepted, string language)
    {
        await using var host = await EstimatorHost.StartAsync();

        await host.Client.PostQuoteAsync(ChemotherapyOnce, ("Accept-Language", accepted));

        var kept = JsonNode.Parse(host.Database.Value<string>("SELECT request FROM quotes"))!;
        var asked = JsonNode.Parse(ChemotherapyOnce)!;
        asked["language"] = language;
        Assert.True(JsonNode.DeepEquals(asked, kept), kept.ToJsonString());
        Assert.Equal(language, host.Database.Value<string>("SELECT language FROM quotes"));
    }

    [Fact]
    public async Task PostQuote_GoodRequest_IsInTheFileBeforeItIsAnswered()
    {
        await using var host = await EstimatorHost.StartAsync();

        var issued = await host.Client.PostQuoteAsync(ChemotherapyOnce);

        Assert.True(QuoteReference.TryParse(issued.StringAt("/reference"), out var reference));
        using var file = new QuoteStore(Database.At($"Data Source={host.Database.File}"));
        Assert.Equal(issued.Body, file.Find(reference)!.Answer.ToArray());
        Assert.Equal(issued.Header("Price-List-Version"), host.Database.Value<string>("SELECT price_list_version FROM quotes"));
    }

    [Fact]
    public async Task GetQuote_AfterARestart_GivesTheSameBytes()
    {
        using var folder = new TempFolder();
        var setup = new HostSetup { DatabaseFile = folder["kept.db"] };
        ApiAnswer issued;
        await using (var first = await EstimatorHost.StartAsync(setup))
        {
            issued = await first.Client.PostQuoteAsync(ChemotherapyOnce);
        }

        await using var second = await EstimatorHost.StartAsync(setup);
        var read = await second.Client.FetchAsync(issued.Header("Location")!);

        Assert.Equal(200, read.Status);
        Assert.Equal(issued.Body, read.Body);
    }

    [Fact]
    public async Task GetQuote_AfterAnImportOfOtherPrices_IsAsItWasIssued()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("100", "200") });
        var issued = await host.Client.PostQuoteAsync("""{"items":[{"treatment":"scan"}]}""");
        var before = issued.Header("Price-List-Version")!;

        host.Database.Import(new DataSet().Treatment("walk").Rule("walk-price", "walk", "7", currency: "EUR"));
        var after = await host.WaitForOtherPricesAsync(before);
        var read = await host.Client.FetchAsync(issued.Header("Location")!);

        Assert.NotEqual(before, after);
        Assert.Equal(issued.Body, read.Body);
        Assert.Equal(before, read.Header("Price-List-Version"));
        (await host.Client.PostQuoteAsync("""{"items":[{"treatment":"scan"}]}""")).AssertRefused(422, "unknown-treatment", "/items/0/treatment");
    }

    [Fact]
    public async Task PostQuote_FieldsForPersonalData_AreRefused()
    {
        await using var host = await EstimatorHost.StartAsync();

        foreach (var field in new[] { "name", "patient", "email", "phone", "birthDate", "comment", "reference", "status", "on", "stage" })
        {
            var answer = await host.Client.PostQuoteAsync($$"""{"items":[{"treatment":"chemotherapy"}],"{{field}}":"x"}""");
            answer.AssertRefused(400, "unknown-field", $"/{field}");
        }

        Assert.Equal(0, host.Database.QuoteCount());
    }
}
