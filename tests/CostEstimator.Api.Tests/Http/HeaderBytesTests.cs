using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Http;

/// <summary>Headers of requests with bytes that are no ASCII: browsers send what other sites have told them.</summary>
public sealed class HeaderBytesTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Theory]
    [InlineData("Cookie", "name=Köln")]
    [InlineData("Referer", "https://clinic.example/Krebs-Ärzte")]
    [InlineData("User-Agent", "Браузер")]
    [InlineData("X-Other", "\u00a0")]
    [InlineData("Accept-Language", "é, en")]
    [InlineData("If-None-Match", "\"é\"")]
    public async Task Get_AnyEncodingOfAHeader_IsAnswered(string header, string value)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Latin1 })
        {
            byte[] request =
            [
                .. Encoding.ASCII.GetBytes($"GET /v1/estimates?item=chemotherapy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}: "),
                .. encoding.GetBytes(value), .. "\r\n\r\n"u8,
            ];

            var answer = await RawHttp.SendAsync(seed.Host.Address, request);

            Assert.Equal(200, answer.Status);
            Assert.Equal("from $1,500", answer.StringAt("/total/text"));
        }
    }

    [Fact]
    public async Task PostQuote_TypeThatIsNoAscii_IsRefusedAsAnyOtherType()
    {
        var request = Encoding.Latin1.GetBytes("POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: tëxt\r\nContent-Length: 2\r\n\r\n{}");

        (await RawHttp.SendAsync(seed.Host.Address, request)).AssertRefused(415, "unsupported-media-type", "Content-Type");
    }
}
