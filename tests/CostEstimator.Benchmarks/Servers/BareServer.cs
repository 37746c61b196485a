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
    private const string Quote = "quote.json";

    // No two of their queries begin with the same letter, by which they are told apart.
    private static readonly (string File, string Path)[] Estimates =
    [
        ("estimate.json", Product.TwoItems),
        ("programme.json", Product.Programme),
        ("converted.json", Product.TwoItems.Replace("?", $"?{Product.Converted}", StringComparison.Ordinal)),
        ("converted-programme.json", Product.TwoItems.Replace("?", $"?{Product.ConvertedProgramme}", StringComparison.Ordinal)),
    ];

    /// <summary>Starts it as a process of its own, with answers of the product.</summary>
    /// <param name="product">The product; the bare server keeps its files in the same folder.</param>
    /// <param name="client">Asks the product, which runs.</param>
    public static async Task<ServerProcess> StartAsync(Product product, HttpClient client)
    {
        foreach (var (file, path) in Estimates)
        {
            await FinishedAnswer.WriteAsync(await client.GetAsync(path), product.InFolder(file));
        }

        using var body = new StringContent(
            """{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}},{"treatment":"allogeneic-bmt"}]}""", null, "application/json");
        await FinishedAnswer.WriteAsync(await client.PostAsync("/v1/quotes", body), product.InFolder(Quote));
        return await StartAsync(product);
    }

    /// <summary>Starts it again, with the answers that it was given before.</summary>
    public static Task<ServerProcess> StartAsync(Product product) => ServerProcess.StartAsync(
        [typeof(BareServer).Assembly.Location, "bare", product.InFolder("."), product.InFolder("bare.db")],
        Product.TwoItems);

    public static async Task<int> RunAsync(string folder, string database)
    {
        var estimates = new Dictionary<char, FinishedAnswer>();
        foreach (var (file, path) in Estimates)
        {
            estimates.Add(FirstOf(path[path.IndexOf('?', StringComparison.Ordinal)..]), await FinishedAnswer.ReadAsync(Path.Combine(folder, file)));
        }

        var quote = await FinishedAnswer.ReadAsync(Path.Combine(folder, Quote));
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
        app.MapGet("/v1/estimates", http => estimates[FirstOf(http.Request.QueryString.Value!)].SendAsync(http.Response));
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

    private static char FirstOf(string query) => query[1];

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
