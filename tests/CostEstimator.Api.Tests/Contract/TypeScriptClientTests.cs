using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.Tests.Contract;

/// <summary>A strict TypeScript client, made from the document alone, compiles and understands the real server.</summary>
public sealed class TypeScriptClientTests(ContractTools tools) : IDisposable
{
    private static readonly string[] Refusals =
    [
        "400 bad-body", "400 bad-header", "400 bad-parameter", "400 unknown-field", "401 unknown-key", "403 origin-not-allowed", "404 not-found",
        "406 not-acceptable", "409 idempotency-key-in-use", "413 body-too-large", "415 unsupported-media-type", "422 idempotency-key-reused",
        "422 no-exchange-rate", "422 nothing-to-price", "422 unknown-currency", "422 unknown-language", "422 unknown-treatment", "422 unknown-value",
        "429 too-many-requests", "503 unavailable",
    ];

    private readonly TempFolder _folder = new();
    private SqliteConnection? _lock;

    public void Dispose()
    {
        _lock?.Dispose();
        _folder.Dispose();
    }

    [ProgramFact("node", "npm")]
    public async Task Client_MadeFromTheDocument_CompilesAndRuns()
    {
        await using var host = await PublishedDocument.StartHostAsync();
        var partner = await PartnerSite.AddAsync(host);
        var limited = PartnerSite.StoreOf(host).Add("clinic-b", "B", [], 1)!;
        await host.RunUntilAsync(async () => (await host.Client.FetchAsync("/v1/treatments", ("X-Api-Key", limited.Text))).Status == 200);
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        await SucceedAsync("openapi-typescript", await PublishedDocument.WriteAsync(host, _folder), "-o", Path.Combine(ContractTools.Folder, "out", "schema.d.ts"));
        await SucceedAsync("tsc", "-p", ContractTools.Folder);
        using var client = ContractTools.Start(
            "node", [Path.Combine(ContractTools.Folder, "out", "client.js")],
            ("API", host.Address.GetLeftPart(UriPartial.Authority)), ("API_KEY", partner.Key), ("API_KEY_OF_ONE_REQUEST", limited.Text));
        var error = client.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var last = await ServeAsync(client, host);

        await client.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(client.ExitCode == 0, await error);
        Assert.Equal($"refusals: {string.Join(", ", Refusals)}", last);
    }

    /// <summary>Does what the client asks for, until it says no more.</summary>
    /// <returns>The last thing that it said.</returns>
    private async Task<string> ServeAsync(Process client, EstimatorHost host)
    {
        var last = "";
        while (await client.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } asked)
        {
            last = asked;
            switch (asked)
            {
                case "lock":
                    _lock = host.Database.Connect();
                    TestDatabase.Execute(_lock, "BEGIN IMMEDIATE");
                    break;
                case "unlock":
                    _lock!.Dispose();
                    break;
                case "break":
                    host.Database.Execute("ALTER TABLE quotes RENAME TO away");
                    break;
                case "mend":
                    host.Database.Execute("ALTER TABLE away RENAME TO quotes");
                    break;
                default:
                    continue;
            }

            await client.StandardInput.WriteLineAsync("done");
            await client.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        }

        return last;
    }

    private async Task SucceedAsync(string tool, params string[] arguments)
    {
        var (exitCode, output) = await tools.RunAsync(tool, arguments);
        Assert.True(exitCode == 0, output);
    }
}
