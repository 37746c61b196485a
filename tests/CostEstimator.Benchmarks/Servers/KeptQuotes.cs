using System.Globalization;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage;
using CostEstimator.Storage.Quotes;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>Starts on a database that keeps a million quotes, and reads some of them, beside one that keeps a thousand.</summary>
internal static class KeptQuotes
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int Read = 1_000;
    private const int Together = 1_000;
    private const int BytesOfBeginning = 200;
    private const int Connections = 16;
    private const int Seconds = 5;
    private const int Rounds = 3;

    public static async Task<int> RunAsync()
    {
        using var product = await Product.PublishAsync();
        var ofFew = Load.Any("a thousand", await FillAsync(product, "few.db", Few));
        var ofMany = Load.Any("a million", await FillAsync(product, "many.db", Many));
        await using var few = await product.StartAsync("few.db");
        await using var many = await product.StartAsync("many.db");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first answer {few.StartedIn.TotalMilliseconds:F0} ms after the start with {Few} quotes, {many.StartedIn.TotalMilliseconds:F0} ms with {Many}"));
        await ofFew.RunAsync(few, Connections, Seconds);
        await ofMany.RunAsync(many, Connections, Seconds);
        var ratios = new List<double>();
        var failures = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var (fromFew, fromMany) = (await ofFew.RunAsync(few, Connections, Seconds), await ofMany.RunAsync(many, Connections, Seconds));
            ratios.Add(fromMany.PerSecond / fromFew.PerSecond);
            failures += fromFew.Failures + fromMany.Failures;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"among {Few}: {fromFew.PerSecond:F0}/s, p50 {fromFew.P50:F2} ms, p99 {fromFew.P99:F2} ms; among {Many}: {fromMany.PerSecond:F0}/s, p50 {fromMany.P50:F2} ms, p99 {fromMany.P99:F2} ms; failures {failures}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio {ratios.Order().ElementAt(Rounds / 2):F2}"));
        return failures == 0 ? 0 : 1;
    }

    /// <summary>Makes a database of so many quotes, all alike but for their references.</summary>
    /// <returns>The paths of some, from all over it.</returns>
    private static async Task<List<string>> FillAsync(Product product, string name, int count)
    {
        string? first;
        await using (var server = await product.StartAsync(name))
        {
            using var body = new StringContent("""{"items":[{"treatment":"chemotherapy"}]}""", null, "application/json");
            using var issued = await server.Client.PostAsync("/v1/quotes", body);
            first = issued.EnsureSuccessStatusCode().Headers.Location!.ToString();
        }

        using var store = new QuoteStore(Database.At($"Data Source={product.InFolder(name)}"));
        _ = QuoteReference.TryParse(Path.GetFileName(first), out var reference);
        var quote = store.Find(reference)!;
        quote = quote with { Answer = quote.Answer[..BytesOfBeginning], AnswerRest = CompressedBytes.Of(quote.Answer[BytesOfBeginning..]) };
        var paths = new List<string> { first };
        for (var kept = 1; kept < count; kept += Together)
        {
            var next = Enumerable.Range(0, Math.Min(Together, count - kept)).Select(_ => quote with { Reference = store.NewReference(quote.IssuedAt) }).ToList();
            await Task.WhenAll(next.Select(copy => store.TryAddAsync(copy, CancellationToken.None)));
            paths.AddRange(next.Where((_, place) => (kept + place) % (count / Read) == 0).Select(copy => $"/v1/quotes/{copy.Reference}"));
        }

        return paths;
    }
}
