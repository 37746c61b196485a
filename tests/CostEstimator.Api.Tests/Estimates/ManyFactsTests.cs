using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>Unknown facts multiply: what would take long is refused at once, and what need not be multiplied is not.</summary>
public sealed class ManyFactsTests
{
    private static readonly string[] TenValues = [.. Enumerable.Range(0, 10).Select(value => $"v{value}")];

    [Fact]
    public async Task GetEstimate_FactsThatActTogether_RefusesFastAndNamesThem()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = FiveFactsOfOneTreatment() });
        var watch = Stopwatch.StartNew();

        var answer = await host.Client.EstimateAsync("item=scan");

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
        answer.AssertRefused(422, "too-many-scenarios", "fact");
        Assert.Equal(
            Enumerable.Range(0, 5).Select(fact => $"f{fact}"), answer.At("/errors/0/known").EnumerateArray().Select(fact => fact.GetString()));
        (await host.Client.PostQuoteAsync("""{"items":[{"treatment":"scan"}]}""")).AssertRefused(422, "too-many-scenarios", "/facts");
        Assert.Equal(0, host.Database.QuoteCount());
    }

    [Fact]
    public async Task GetEstimate_OneOfThemStated_GivesTheEstimate()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = FiveFactsOfOneTreatment() });

        var answer = await host.Client.EstimateAsync("item=scan&fact=f0:v3");

        // Rules on different facts stand side by side: f0=v3 gives 103, the others 100 to 109.
        Assert.Equal(200, answer.Status);
        Assert.Equal("$100 – $109", answer.StringAt("/total/text"));
    }

    [Fact]
    public async Task GetTreatments_PriceDependsOnTooManyFacts_LeavesThePriceOut()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = FiveFactsOfOneTreatment() });

        var answer = await host.Client.FetchAsync("/v1/treatments/scan");

        Assert.Equal(200, answer.Status);
        Assert.Equal("null", answer.At("/unitPrice").GetRawText());
        Assert.Equal(5, answer.At("/facts").GetArrayLength());
    }

    [Fact]
    public async Task GetEstimate_FactsOfSeparateTreatments_AreNotMultiplied()
    {
        var data = new DataSet();
        for (var fact = 0; fact < 8; fact++)
        {
            data.Treatment($"t{fact}").Fact($"f{fact}", TenValues);
            AddRules(data, $"t{fact}", $"f{fact}");
        }

        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = data });

        var answer = await host.Client.EstimateAsync(string.Join('&', Enumerable.Range(0, 8).Select(treatment => $"item=t{treatment}")));

        Assert.Equal(200, answer.Status);
        Assert.Equal("$800 – $872", answer.StringAt("/total/text"));
        Assert.Equal(8, answer.At("/questions").GetArrayLength());
    }

    private static DataSet FiveFactsOfOneTreatment()
    {
        var data = new DataSet().Treatment("scan");
        for (var fact = 0; fact < 5; fact++)
        {
            data.Fact($"f{fact}", TenValues);
            AddRules(data, "scan", $"f{fact}");
        }

        return data;
    }

    private static void AddRules(DataSet data, string treatment, string fact)
    {
        foreach (var (place, value) in TenValues.Index())
        {
            data.Rule($"{treatment}-{fact}-{value}", treatment, $"{100 + place}", $"{100 + place}", $"{fact}={value}");
        }
    }
}
