using System.Text;
using CostEstimator.Api.Tests.Fixture;
using Microsoft.Extensions.Logging;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>
/// Databases of released builds, one for each schema that quotes were kept in: <c>Released/schema-N.sql</c> is what <c>.dump</c> says of
/// the file that such a build left. Before it stand, as comments, the answers that it gave, each after the key and the body that it was
/// asked with, where there was a key. A new migration comes with a file of this kind, written by the build that has it. Two kinds of builds
/// went out with schema 8: <c>schema-8-whole-rows.sql</c> is of those whose checksum is of all columns.
/// </summary>
public sealed class ReleasedSchemaTests : IDisposable
{
    private const string Answered = "-- answered ";
    private const string Asked = "-- asked ";

    // On the day on which the files were written: keys hold for a day.
    private static readonly DateTimeOffset Then = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly TestDatabase _database;

    public ReleasedSchemaTests() => _database = new TestDatabase(ProductProcess.DatabaseIn(_folder));

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Schemas => [.. Directory.EnumerateFiles(Folder, "*.sql").Select(file => Path.GetFileName(file))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Hosting", "Released");

    [Fact]
    public void Schemas_NewestMigration_IsAmongThem() =>
        Assert.Contains(Schemas, schema => schema.Data == $"schema-{Migrations}.sql");

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Start_ReleasedSchema_GivesItsQuotesByteForByte(string schema)
    {
        var (quotes, keys) = Fill(schema);

        await using var host = await StartAsync();

        Assert.NotEmpty(quotes);
        foreach (var quote in quotes)
        {
            Assert.Equal(quote, (await host.Client.FetchAsync($"/v1/quotes/{ReferenceOf(quote)}")).Text);
        }

        Assert.NotEmpty(keys);
        foreach (var (key, body, quote) in keys)
        {
            Assert.Equal(quote, (await host.Client.PostQuoteAsync(body, ("Idempotency-Key", key))).Text);
        }

        Assert.Equal(quotes.Count, _database.Value<long>("SELECT count(*) FROM quotes"));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Start_ReleasedSchema_IsSoundAndKeepsFurtherQuotes(string schema)
    {
        Fill(schema);

        await using var host = await StartAsync();
        var issued = await host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""");

        Assert.Equal(201, issued.Status);
        Assert.Equal(issued.Body, (await host.Client.FetchAsync(issued.Header("Location")!)).Body);
        Assert.Equal(200, (await host.Client.FetchAsync("/health/ready")).Status);
        Assert.DoesNotContain(host.Log, line => line.Level >= LogLevel.Error);
        Assert.Equal(Migrations, _database.Value<long>("SELECT count(*) FROM schema_migrations"));
        Assert.Equal("ok", _database.Value<string>("PRAGMA integrity_check"));
    }

    private static long Migrations =>
        typeof(Storage.Database).Assembly.GetManifestResourceNames().LongCount(name => name.EndsWith(".sql", StringComparison.Ordinal));

    private static string ReferenceOf(string quote) => quote[(quote.IndexOf(':', StringComparison.Ordinal) + 2)..][.."Q-0000-0000-0000".Length];

    private (List<string> Quotes, List<(string Key, string Body, string Quote)> Keys) Fill(string schema)
    {
        var dump = File.ReadAllText(Path.Combine(Folder, schema), Encoding.UTF8);
        _database.Execute(dump);

        var (quotes, keys) = (new List<string>(), new List<(string, string, string)>());
        string[]? asked = null;
        foreach (var line in dump.Split('\n'))
        {
            if (line.StartsWith(Asked, StringComparison.Ordinal))
            {
                asked = line[Asked.Length..].Split(' ', 2);
            }
            else if (line.StartsWith(Answered, StringComparison.Ordinal))
            {
                quotes.Add(line[Answered.Length..]);
                if (asked is [var key, var body])
                {
                    keys.Add((key, body, quotes[^1]));
                }

                asked = null;
            }
        }

        return (quotes, keys);
    }

    private Task<EstimatorHost> StartAsync() => EstimatorHost.StartAsync(new HostSetup { DatabaseFile = _database.File, Now = Then });
}
