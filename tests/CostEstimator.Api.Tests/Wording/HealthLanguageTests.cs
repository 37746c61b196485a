using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

public sealed class HealthLanguageTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Theory]
    [InlineData("/health/live?x=1", 400)]
    [InlineData("/health/ready?language=ru", 400)]
    public async Task GetHealth_Refused_StaysEnglish(string path, int status)
    {
        var answer = await seed.Client.FetchAsync(path, ("Accept-Language", "ru"));

        Assert.Equal(status, answer.Status);
        Assert.Equal("en", answer.Header("Content-Language"));
        Assert.False(TextRules.HasCyrillic(answer.Text), answer.Text);
    }
}
