using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>An answer of the product to the last byte, but for its date: the head, and the body.</summary>
internal sealed record FinishedAnswer(int Status, (string Name, StringValues Value)[] Headers, byte[] Body)
{
    private static readonly string[] OfTheServer = ["Date", "Content-Length", "Transfer-Encoding", "Connection"];

    /// <summary>Keeps an answer in a file, and its head in another beside it.</summary>
    public static async Task WriteAsync(HttpResponseMessage answer, string file)
    {
        using (answer.EnsureSuccessStatusCode())
        {
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheServer.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
            await File.WriteAllLinesAsync(
                HeadOf(file), [$"{(int)answer.StatusCode}", .. headers.Select(header => $"{header.Key}\t{string.Join(", ", header.Value)}")]);
            await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        }
    }

    /// <summary>Reads what <see cref="WriteAsync"/> has written.</summary>
    public static async Task<FinishedAnswer> ReadAsync(string file)
    {
        var head = await File.ReadAllLinesAsync(HeadOf(file));
        var headers = head.Skip(1).Select(line => line.Split('\t')).Select(parts => (parts[0], new StringValues(parts[1])));
        return new FinishedAnswer(int.Parse(head[0], System.Globalization.CultureInfo.InvariantCulture), [.. headers], await File.ReadAllBytesAsync(file));
    }

    /// <summary>Gives the answer.</summary>
    public Task SendAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body).AsTask();
    }

    private static string HeadOf(string file) => file + ".head";
}
