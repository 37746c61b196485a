using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>
/// The least that could serve the same: a minimal API with the product's settings of the server, which has all answers to the last byte,
/// their headers included, and keeps each quote in a transaction of its own.
/// </summary>
internal static class BareServer
{
    /// <summary>Starts it as a process of its own, with answers of the product.</summary>
    /// <param name="product">The product; the bare server keeps its files in the same folder.</param>
    /// <param name="client">Asks the product, which runs.</param>
    public static async Task<ServerProcess> StartAsync(Product product, HttpClient client)
    {
        await FinishedAnswer.WriteAsync(await client.GetAsync(Product.TwoItems), product.InFolder("estimate.json"));
        await FinishedAnswer.WriteAsync(await client.GetAsync(Product.Programme), product.InFolder("programme.json"));
        await FinishedAnswer.WriteAsync(
            await client.GetAsync(Product.TwoItems.Replace("?", $"?{Product.Converted}", StringComparison.Ordinal)), product.InFolder("converted.json"));
        using var body = new StringContent(
            """{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}},{"treatment":"allogeneic-bmt"}]}""", null, "application/json");
        await FinishedAnswer.WriteAsync(await client.PostAsync("/v1/quotes", body), product.InFolder("quote.json"));
        return await StartAsync(product);
    }

    /// <summary>Starts it again, with the answers that it was given before.</summary>
    public static Task<ServerProcess> StartAsync(Product product) => ServerProcess.StartAsync(
        [
            typeof(BareServer).Assembly.Location, "bare", product.InFolder("estimate.json"), product.InFolder("programme.json"),
            product.InFolder("converted.json"), product.InFolder("quote.json"), product.InFolder("bare.db"),
        ],
        Product.TwoItems);

    public static async Task<int> RunAsync(string estimateFile, string programmeFile, string convertedFile, string quoteFile, string database)
    {
        var (estimate, programme, converted, quote) = (
            await FinishedAnswer.ReadAsync(estimateFile), await FinishedAnswer.ReadAsync(programmeFile),
            await FinishedAnswer.ReadAsync(convertedFile), await FinishedAnswer.ReadAsync(quoteFile));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 128 * 1024;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            server.Limits.MaxConcurrentConnections = 10_000;
        });
        await using var app = builder.Build();
        await using var connection = Open(database);
        using var gate = new SemaphoreSlim(1);
        app.MapGet(
            "/v1/estimates",
            http => (http.Request.QueryString.Value switch
            {
                ['?', 'p', ..] => programme,
                ['?', 'c', ..] => converted,
                _ => estimate,
            }).SendAsync(http.Response));
        app.MapPost("/v1/quotes", async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            await gate.WaitAsync();
            try
            {
                Insert(connection, body.ToArray(), quote.Body);
            }
            finally
            {
                gate.Release();
            }

            await quote.SendAsync(http.Response);
        });
        await app.RunAsync();
        return 0;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS quotes (reference INTEGER PRIMARY KEY, request BLOB NOT NULL, answer BLOB NOT NULL) STRICT;
            """;
        command.ExecuteNonQuery();
        return connection;
    }

    private static void Insert(SqliteConnection connection, byte[] request, byte[] answer)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO quotes VALUES (@reference, @request, @answer)";
        command.Parameters.AddWithValue("@reference", BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))));
        command.Parameters.AddWithValue("@request", request);
        command.Parameters.AddWithValue("@answer", answer);
        command.ExecuteNonQuery();
    }
}
