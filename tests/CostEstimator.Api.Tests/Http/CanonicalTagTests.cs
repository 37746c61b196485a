using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Http;

/// <summary>The tag of an estimate says what was asked, not how it was written.</summary>
public sealed class CanonicalTagTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Theory]
    [InlineData("item=chemotherapy", "item=chemotherapy:1-")]
    [InlineData("item=chemotherapy:1", "item=chemotherapy:1-1")]
    [InlineData("item=chemotherapy", "item=chemotherapy:01-")]
    [InlineData("item=chemotherapy", "currency=USD&item=chemotherapy")]
    [InlineData("item=chemotherapy", "item=chemotherapy&on=2026-11-22")]
    [InlineData("item=chemotherapy", "item=chemotherapy&language=en")]
    [InlineData("item=chemotherapy", "item=%63hemotherapy")]
    [InlineData("item=chemotherapy:4-", "item=chemotherapy%3A4-")]
    [InlineData("item=allogeneic-bmt&fact=donor:related&fact=transplant:none", "fact=transplant:none&item=allogeneic-bmt&fact=donor:related")]
    [InlineData("programme=acute-leukaemia&item=chemotherapy", "item=chemotherapy&programme=acute-leukaemia")]
    public async Task GetEstimate_SameRequestWrittenOtherwise_HasTheSameTagAndAnswer(string one, string other)
    {
        var (first, second) = (await seed.Client.EstimateAsync(one), await seed.Client.EstimateAsync(other));

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.Equal(first.Header("ETag"), second.Header("ETag"));
        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task GetEstimate_OtherRequests_HaveOtherTags()
    {
        string[] queries =
        [
            "item=chemotherapy", "item=chemotherapy:2", "item=chemotherapy:1-2", "item=chemotherapy:1", "item=chemotherapy&item=chemotherapy",
            "item=autologous-bmt", "item=chemotherapy&item=autologous-bmt", "item=autologous-bmt&item=chemotherapy",
            "item=chemotherapy&currency=EUR", "item=chemotherapy&currency=TRY", "item=chemotherapy&language=ru", "item=chemotherapy&language=tr",
            "item=chemotherapy&on=2026-11-21", "item=chemotherapy&fact=donor:related", "item=chemotherapy&fact=donor:unrelated",
            "item=chemotherapy&fact=transplant:none", "programme=acute-leukaemia", "programme=acute-leukaemia&item=chemotherapy",
        ];

        var tags = new HashSet<string?>();
        foreach (var query in queries)
        {
            var answer = await seed.Client.EstimateAsync(query);
            Assert.Equal(200, answer.Status);
            Assert.True(tags.Add(answer.Header("ETag")), query);
            Assert.Matches("^\"[0-9a-f]{32}\"$", answer.Header("ETag"));
        }
    }

    [Theory]
    [InlineData("/v1/treatments", "/V1/Treatments/")]
    [InlineData("/v1/treatments/chemotherapy", "/v1/treatments/%63hemotherapy?language=en")]
    [InlineData("/v1/price-rules", "/v1/price-rules?on=2026-11-22")]
    [InlineData("/v1/programmes", "/v1/programmes?language=en")]
    public async Task GetCatalogue_SameRequestWrittenOtherwise_HasTheSameTag(string one, string other) =>
        Assert.Equal((await seed.Client.FetchAsync(one)).Header("ETag"), (await seed.Client.FetchAsync(other)).Header("ETag"));

    [Fact]
    public async Task GetEstimate_LanguageByHeaderOrParameter_HasTheSameTag()
    {
        var byHeader = await seed.Client.FetchAsync("/v1/estimates?item=chemotherapy", ("Accept-Language", "ru-RU, en;q=0.5"));

        Assert.Equal((await seed.Client.EstimateAsync("item=chemotherapy&language=ru")).Header("ETag"), byHeader.Header("ETag"));
    }
}
