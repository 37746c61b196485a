using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>
/// The least that could serve the same: a minimal API with the product's settings of the server, which has all answers as bytes,
/// and keeps each quote in a transaction of its own.
/// </summary>
internal static class BareServer
{
    /// <summary>Starts it as a process of its own, with answers of the product.</summary>
    /// <param name="product">The product; the bare server keeps its files in the same folder.</param>
    /// <param name="client">Asks the product, which runs.</param>
    public static async Task<ServerProcess> StartAsync(Product product, HttpClient client)
    {
        await File.WriteAllBytesAsync(product.InFolder("estimate.json"), await client.GetByteArrayAsync(Product.TwoItems));
        await File.WriteAllBytesAsync(product.InFolder("programme.json"), await client.GetByteArrayAsync(Product.Programme));
        await File.WriteAllBytesAsync(product.InFolder("converted.json"), await client.GetByteArrayAsync(Product.TwoItems.Replace("?", $"?{Product.Converted}", StringComparison.Ordinal)));
        using var body = new StringContent(
            """{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}},{"treatment":"allogeneic-bmt"}]}""", null, "application/json");
        using var issued = await client.PostAsync("/v1/quotes", body);
        await File.WriteAllBytesAsync(product.InFolder("quote.json"), await issued.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
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
            await File.ReadAllBytesAsync(estimateFile), await File.ReadAllBytesAsync(programmeFile),
            await File.ReadAllBytesAsync(convertedFile), await File.ReadAllBytesAsync(quoteFile));
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
            http => WriteAsync(http.Response, http.Request.QueryString.Value switch
            {
                ['?', 'p', ..] => programme,
                ['?', 'c', ..] => converted,
                _ => estimate,
            }));
        app.MapPost("/v1/quotes", async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            await gate.WaitAsync();
            try
            {
                Insert(connection, body.ToArray(), quote);
            }
            finally
            {
                gate.Release();
            }

            http.Response.StatusCode = StatusCodes.Status201Created;
            await WriteAsync(http.Response, quote);
        });
        await app.RunAsync();
        return 0;
    }

    private static Task WriteAsync(HttpResponse response, byte[] json)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        return response.Body.WriteAsync(json).AsTask();
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
