using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
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

    [Fact]
    public async Task GetEstimate_ReadersThatAreSlow_GetTheirOwnAnswersInOrder()
    {
        const int Readers = 8;
        const int Requests = 1_500;
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "0" } });

        // Answers wait for whoever does not read them: each for as long as the others, so that they meet.
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(ReadSlowlyAsync));

        async Task ReadSlowlyAsync(int reader)
        {
            var cancellation = TestContext.Current.CancellationToken;
            using var client = new TcpClient { ReceiveBufferSize = 4096 };
            await client.ConnectAsync(host.Address.Host, host.Address.Port, cancellation);
            await using var stream = client.GetStream();
            var sending = SendAsync(stream, reader, cancellation);
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            using var received = new MemoryStream();
            await stream.CopyToAsync(received, cancellation);
            await sending;

            var rest = received.ToArray().AsSpan();
            for (var request = 0; request < Requests; request++)
            {
                var body = NextBody(ref rest);
                var quantity = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("lines")[0].GetProperty("quantity");
                Assert.Equal((MinOf(request), 500 + reader), (quantity.GetProperty("min").GetInt32(), quantity.GetProperty("max").GetInt32()));
            }

            Assert.True(rest.IsEmpty);
        }

        static async Task SendAsync(NetworkStream stream, int reader, CancellationToken cancellation)
        {
            for (var request = 0; request < Requests; request++)
            {
                var connection = request == Requests - 1 ? "close" : "keep-alive";
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"GET /v1/estimates?item=chemotherapy:{MinOf(request)}-{500 + reader} HTTP/1.1\r\nHost: localhost\r\nConnection: {connection}\r\n\r\n"),
                    cancellation);
            }
        }

        static ReadOnlySpan<byte> NextBody(ref Span<byte> answers)
        {
            var start = answers.IndexOf("\r\n\r\n"u8) + 4;
            var head = Encoding.ASCII.GetString(answers[..start]);
            Assert.StartsWith("HTTP/1.1 200 OK\r\n", head, StringComparison.Ordinal);
            var length = int.Parse(Regex.Match(head, "Content-Length: ([0-9]+)").Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var body = answers.Slice(start, length);
            answers = answers[(start + length)..];
            return body;
        }

        static int MinOf(int request) => 1 + (request % 500);
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
