using CostEstimator.Api.Tests.Estimates;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.PriceLists;

/// <summary>The treatments of the catalogue.</summary>
public sealed class TreatmentTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Fact]
    public async Task GetTreatments_Seed_ListsAllInTheOrderOfTheDataWithEveryMember()
    {
        var answer = await seed.Client.FetchAsync("/v1/treatments");

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            [
                "chemotherapy", "autologous-bmt", "allogeneic-bmt", "radiation-therapy", "diagnostic-work-up", "specialist-consultation",
                "donor-search", "coordination",
            ],
            answer.Json.EnumerateArray().Select(treatment => treatment.GetProperty("code").GetString()!));
        foreach (var treatment in answer.Json.EnumerateArray())
        {
            treatment.AssertShape("code:string name:string unit:string defaultQuantity:object unitPrice:object? exchange:null onRequest:boolean facts:array");
            EstimateShape.AssertQuantity(treatment.GetProperty("defaultQuantity"));
        }
    }

    [Theory]
    [InlineData("chemotherapy", "from $1,500")]
    [InlineData("autologous-bmt", "from $45,000")]
    [InlineData("allogeneic-bmt", "$60,000 – $110,000")]
    [InlineData("coordination", "free of charge")]
    public async Task GetTreatment_WithPrice_GivesThePriceWhateverTheCase(string code, string price)
    {
        var answer = await seed.Client.FetchAsync($"/v1/treatments/{code}");

        Assert.Equal(200, answer.Status);
        Assert.Equal(code, answer.StringAt("/code"));
        EstimateShape.AssertRange(answer.At("/unitPrice"));
        Assert.Equal(price, answer.StringAt("/unitPrice/text"));
        Assert.False(answer.At("/onRequest").GetBoolean());
    }

    [Fact]
    public async Task GetTreatment_WithoutPrice_IsOnRequest()
    {
        var answer = await seed.Client.FetchAsync("/v1/treatments/radiation-therapy");

        Assert.Equal("null", answer.At("/unitPrice").GetRawText());
        Assert.True(answer.At("/onRequest").GetBoolean());
        Assert.Equal("at least 1 course", answer.StringAt("/defaultQuantity/text"));
        Assert.Equal("null", answer.At("/defaultQuantity/max").GetRawText());
    }

    [Fact]
    public async Task GetTreatment_PriceDependsOnAFact_GivesTheFactWithItsValues()
    {
        var answer = await seed.Client.FetchAsync("/v1/treatments/allogeneic-bmt");

        Assert.Equal(1, answer.At("/facts").GetArrayLength());
        answer.At("/facts/0").AssertShape("fact:string text:string values:array");
        Assert.Equal("donor", answer.StringAt("/facts/0/fact"));
        Assert.Equal(
            """[{"value":"related","text":"Related donor"},{"value":"unrelated","text":"Unrelated donor"}]""",
            answer.At("/facts/0/values").GetRawText());
    }

    [Fact]
    public async Task GetTreatment_AmongAll_IsTheSame()
    {
        var all = await seed.Client.FetchAsync("/v1/treatments");

        foreach (var treatment in all.Json.EnumerateArray())
        {
            var one = await seed.Client.FetchAsync($"/v1/treatments/{treatment.GetProperty("code")}");
            Assert.Equal(treatment.GetRawText(), one.Text);
        }
    }

    [Theory]
    [InlineData("chemo")]
    [InlineData("Chemotherapy")]
    [InlineData("chemotherapy%20")]
    [InlineData("'%20OR%20'1'='1")]
    [InlineData("%E2%80%AE")]
    [InlineData("%25")]
    public async Task GetTreatment_UnknownCode_IsNotFoundAndNamesTheKnown(string code)
    {
        var answer = await seed.Client.FetchAsync($"/v1/treatments/{code}");

        answer.AssertRefused(404, "not-found", "code");
        Assert.Equal(8, answer.At("/errors/0/known").GetArrayLength());
    }

    [Fact]
    public async Task GetTreatments_PricesWithBounds_GivesTodays()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan")
                .Rule("scan-now", "scan", "100", "100", to: "2026-11-23").Rule("scan-later", "scan", "110", "110", from: "2026-11-24"),
        });
        var today = await host.Client.FetchAsync("/v1/treatments/scan");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(1));
        var tomorrow = await host.Client.FetchAsync("/v1/treatments/scan");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(1));
        var afterwards = await host.Client.FetchAsync("/v1/treatments/scan");

        Assert.Equal("$100", today.StringAt("/unitPrice/text"));
        Assert.True(tomorrow.At("/onRequest").GetBoolean());
        Assert.Equal("$110", afterwards.StringAt("/unitPrice/text"));
    }
}
