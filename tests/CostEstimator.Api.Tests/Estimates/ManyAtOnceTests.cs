using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>What answers share for speed, buffers, wordings and rules, must not show in any of them.</summary>
public sealed class ManyAtOnceTests
{
    [Fact]
    public async Task GetEstimate_ManyDifferentAtOnce_GivesEachItsOwnAnswer()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "0" } });

        await Parallel.ForEachAsync(Enumerable.Range(1, 600), TestContext.Current.CancellationToken, async (courses, _) =>
        {
            var language = (courses % 3) switch { 0 => "en", 1 => "ru", _ => "tr" };
            var answer = await host.Client.FetchAsync($"/v1/estimates?item=chemotherapy:{courses}&language={language}");

            Assert.Equal(language, answer.StringAt("/language"));
            Assert.Equal($"{courses * 1500}.00", answer.StringAt("/total/low"));
            Assert.Equal($"{courses * 1500}.00", answer.StringAt("/lines/0/price/low"));
            Assert.Equal(courses, answer.At("/lines/0/quantity/min").GetInt32());
        });
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("tr")]
    public async Task GetEstimate_RulesThatItRestsOn_AreThoseOfThePriceList(string language)
    {
        await using var host = await EstimatorHost.StartAsync();
        var answer = await host.Client.FetchAsync($"/v1/estimates?item=chemotherapy&item=allogeneic-bmt&item=autologous-bmt&language={language}");

        var rules = answer.At("/lines").EnumerateArray().SelectMany(line => line.GetProperty("basis").EnumerateArray()).ToList();

        Assert.NotEmpty(rules);
        foreach (var rule in rules)
        {
            var own = await host.Client.FetchAsync($"/v1/price-rules/{rule.GetProperty("code")}?language={language}");
            Assert.True(JsonElement.DeepEquals(own.Json, rule));
        }
    }
}
