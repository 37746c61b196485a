using System.Globalization;
using CostEstimator.Pricing.Quotes;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>Reads quotes from a database that keeps a million, beside one that keeps a thousand.</summary>
internal static class KeptQuotes
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int Read = 1_000;
    private const int Together = 10_000;
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
        await using (var server = await product.StartAsync(name))
        {
            using var body = new StringContent("""{"items":[{"treatment":"chemotherapy"}]}""", null, "application/json");
            using var issued = await server.Client.PostAsync("/v1/quotes", body);
            issued.EnsureSuccessStatusCode();
        }

        using var connection = new SqliteConnection($"Data Source={product.InFolder(name)};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA synchronous = OFF");
        for (var kept = 1; kept < count; kept += Together)
        {
            Execute(connection, $"""
                WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {Math.Min(Together, count - kept)})
                INSERT INTO quotes (reference, issued_at, valid_until, price_list_version, language, bulletin, partner, request, answer, answer_rest, shared_rest)
                SELECT random() & 1152921504606846975, issued_at, valid_until, price_list_version, language, bulletin, partner, request, answer, answer_rest, shared_rest
                FROM copies, (SELECT * FROM quotes LIMIT 1)
                """);
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT reference FROM quotes WHERE number % {count / Read} = 0";
        using var rows = command.ExecuteReader();
        var paths = new List<string>();
        while (rows.Read())
        {
            paths.Add($"/v1/quotes/{new QuoteReference((ulong)rows.GetInt64(0))}");
        }

        return paths;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // This measurement's own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
