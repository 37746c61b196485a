using CostEstimator.Storage.Partners;

namespace CostEstimator.Storage.Tests.Partners;

public sealed class OriginTests
{
    [Theory]
    [InlineData("https://clinic.example", "https://clinic.example")]
    [InlineData("https://clinic.example/", "https://clinic.example")]
    [InlineData("HTTPS://Clinic.Example:443", "https://clinic.example")]
    [InlineData("http://clinic.example:80/", "http://clinic.example")]
    [InlineData("https://clinic.example:8443", "https://clinic.example:8443")]
    [InlineData("http://localhost:3000", "http://localhost:3000")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    [InlineData("https://клиника.example", "https://xn--80apagcdp.example")]
    public void TryParse_Origin_GivesItAsBrowsersSendIt(string text, string expected)
    {
        Assert.True(Origin.TryParse(text, out var origin));
        Assert.Equal(expected, origin);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("*")]
    [InlineData("clinic.example")]
    [InlineData("//clinic.example")]
    [InlineData("https://")]
    [InlineData("https://*.clinic.example")]
    [InlineData("https://clinic.example/page")]
    [InlineData("https://clinic.example?x")]
    [InlineData("https://clinic.example#x")]
    [InlineData("https://user@clinic.example")]
    [InlineData("ftp://clinic.example")]
    [InlineData("file:///etc")]
    public void TryParse_AnythingElse_IsRefused(string? text)
    {
        Assert.False(Origin.TryParse(text, out var origin));
        Assert.Null(origin);
    }
}
