using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Problems;

/// <summary>What refusals say when there is more than one fault, and how they repeat what a client sent.</summary>
public sealed class ProblemTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Fact]
    public async Task Refusal_SeveralFaultsOfOneStatus_NamesThemAllInOrder()
    {
        var answer = await seed.Client.EstimateAsync("item=chemo&item=chemotherapy:0&fact=colour:red&currency=usd&language=de");

        answer.AssertRefused(422, "unknown-treatment", "item");
        Assert.Equal(
            ["item", "item", "fact", "currency", "language"],
            answer.At("/errors").EnumerateArray().Select(error => error.GetProperty("parameter").GetString()!));
        Assert.Contains("5", answer.StringAt("/detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_FaultsOfBothKinds_NamesWhatWasNotUnderstoodFirst()
    {
        var answer = await seed.Client.EstimateAsync("item=chemo&item=chemotherapy:x&fact=donor&on=today");

        answer.AssertRefused(400, "bad-parameter", "item");
        Assert.Equal(
            ["item", "fact", "on"], answer.At("/errors").EnumerateArray().Select(error => error.GetProperty("parameter").GetString()!));
    }

    [Fact]
    public async Task Refusal_SeveralFaultsInABody_PointsAtEach()
    {
        var answer = await seed.Client.PostQuoteAsync(
            """{"items":[{"treatment":"a"},{"treatment":"chemotherapy","quantity":{"min":0,"max":2000}}],"facts":{"donor":"x"},"currency":"?"}""");

        answer.AssertRefused(422, "unknown-treatment", "/items/0/treatment");
        Assert.Equal(
            ["/items/0/treatment", "/items/1/quantity/min", "/items/1/quantity/max", "/facts/donor", "/currency"],
            answer.At("/errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!));
    }

    [Theory]
    [InlineData("item=chemo", 8)]
    [InlineData("item=chemotherapy&fact=colour:red", 3)]
    [InlineData("item=chemotherapy&fact=donor:sister", 2)]
    [InlineData("item=chemotherapy&fact=transplant:sister", 3)]
    [InlineData("item=chemotherapy&currency=usd", 5)]
    [InlineData("item=chemotherapy&currency=KZT", 5)]
    [InlineData("item=chemotherapy&currency=EUR&on=2026-09-17", 1)]
    [InlineData("item=chemotherapy&language=de", 3)]
    [InlineData("item=chemotherapy&programme=x", 1)]
    [InlineData("item=chemotherapy&program=x", 6)]
    public async Task Refusal_UnknownCode_NamesTheKnown(string query, int count)
    {
        var answer = await seed.Client.EstimateAsync(query);

        Assert.Equal(count, answer.At("/errors/0/known").GetArrayLength());
    }

    [Fact]
    public async Task Refusal_MarkupInTheRequest_IsEscaped()
    {
        var answer = await seed.Client.EstimateAsync("item=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27%26");

        answer.AssertRefused(422, "unknown-treatment", "item");
        Assert.Contains("<script>alert(1)</script>\"'&", answer.StringAt("/detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_NoListOfKnownCodes_LeavesItOut()
    {
        var answer = await seed.Client.EstimateAsync("item=chemotherapy:0");

        answer.At("/errors/0").AssertShape("parameter:string detail:string");
    }
}
