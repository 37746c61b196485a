using System.Buffers.Binary;
using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>A database that is damaged anywhere is refused before the start, and left as it was.</summary>
public sealed class DamagedDatabaseTests(DamagedDatabaseTests.SoundDatabase sound) : IClassFixture<DamagedDatabaseTests.SoundDatabase>, IDisposable
{
    private const int Page = 4096;
    private const byte InteriorOfTable = 5;
    private const byte InteriorOfIndex = 2;
    private const int CountOfCells = 3;
    private const int LastChild = 8;

    private readonly TempFolder _folder = new();

    private string File => ProductProcess.DatabaseIn(_folder);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("rates")]
    [InlineData("partners")]
    [InlineData("quotes")]
    [InlineData("backup")]
    public async Task Start_PageOfQuotesOverwritten_IsRefusedAndLeftAsItWas(string verb)
    {
        Fill();
        Overwrite(LastPageOf("quotes"), [.. Enumerable.Repeat((byte)0xA5, Page)]);

        await AssertRefusesAsync(Arguments(verb), "damaged", "backup");
    }

    [Theory]
    [InlineData("price_rules")]
    [InlineData("texts")]
    [InlineData("earlier_quotes")]
    [InlineData("idempotency_keys")]
    [InlineData("idempotency_keys_by_quote")]
    [InlineData("partners")]
    public async Task Start_PageOfZeros_IsRefusedAndLeftAsItWas(string table)
    {
        Fill();
        Overwrite(LastPageOf(table), new byte[Page]);

        await AssertRefusesAsync(["serve"], "damaged", "backup");
    }

    [Fact]
    public async Task Start_CutFile_IsRefusedAndLeftAsItWas()
    {
        Fill();
        System.IO.File.WriteAllBytes(File, sound.Content.AsSpan(0, sound.Content.Length / 2));

        await AssertRefusesAsync(["serve"], "damaged", "backup");
    }

    [Fact]
    public async Task Start_IndexThatLostARow_IsRefusedAndLeftAsItWas()
    {
        Fill();

        var place = LastPageOf("idempotency_keys_by_quote");
        var page = sound.Content.AsSpan(place, Page).ToArray();
        var cells = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(CountOfCells));
        BinaryPrimitives.WriteUInt16BigEndian(page.AsSpan(CountOfCells), (ushort)(cells - 1));
        Overwrite(place, page);

        await AssertRefusesAsync(["serve"], "damaged", "backup");
    }

    [Theory]
    [InlineData("55.7981", "55.7901")]
    [InlineData("Leukaemia treatment", "Leukaemia treetment")]
    [InlineData("Alpha Travel", "Alphe Travel")]
    public async Task Start_FigureOrTextThatNobodyWrote_IsRefusedAndLeftAsItWas(string written, string damaged)
    {
        var text = Encoding.Latin1.GetString(sound.Content);
        Assert.Contains(written, text, StringComparison.Ordinal);
        System.IO.File.WriteAllBytes(File, Encoding.Latin1.GetBytes(text.Replace(written, damaged, StringComparison.Ordinal)));

        await AssertRefusesAsync(["serve"], "damaged", "backup");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("backup")]
    public async Task Start_KeyOfReferencesIsAnother_IsRefusedAndLeftAsItWas(string verb)
    {
        Fill();
        var key = new TestDatabase(File).Value<byte[]>("SELECT key FROM reference_key");
        var place = sound.Content.AsSpan().IndexOf(key);
        Overwrite(place, [(byte)(key[0] ^ 1)]);

        await AssertRefusesAsync(Arguments(verb), "damaged", "backup");
    }

    [Fact]
    public async Task Start_OneOfManyQuotesIsDamaged_IsSaidSoonAfterIt()
    {
        const int Many = 1_100;
        await using (var server = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0")))
        {
            foreach (var some in Enumerable.Range(0, Many).Chunk(100))
            {
                var issued = await Task.WhenAll(some.Select(_ => server.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""")));
                Assert.All(issued, quote => Assert.Equal(201, quote.Status));
            }

            Assert.Equal(0, await server.TerminateAsync());
        }

        new TestDatabase(File).Execute("UPDATE quotes SET language = 'tr' WHERE number = (SELECT max(number) FROM quotes)");
        await using var again = await ServerProcess.StartAsync(_folder);
        var ready = await again.Client.FetchAsync("/health/ready");
        for (var attempt = 0; attempt < 100 && ready.Status == 200; attempt++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            ready = await again.Client.FetchAsync("/health/ready");
        }

        ready.AssertRefused(503, "unavailable");
        Assert.Contains("damaged", ready.StringAt("/detail"), StringComparison.Ordinal);
        Assert.Contains("backup", ready.StringAt("/detail"), StringComparison.Ordinal);
        Assert.Equal(200, (await again.Client.EstimateAsync("item=chemotherapy")).Status);
        Assert.Equal(0, await again.TerminateAsync());
        Assert.Contains(again.Log, line => line.GetProperty("LogLevel").GetString() == "Critical" && line.GetProperty("Message").GetString()!.Contains("damaged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Start_AfterAKill_WarnsIfTheLastTransactionIsNotWhole(bool isDamaged, int warnings)
    {
        await LeaveLogAsync(isDamaged);

        await using var again = await ServerProcess.StartAsync(_folder);

        Assert.Equal(warnings, again.CountOf(21));
        Assert.Equal(200, (await again.Client.FetchAsync("/health/ready")).Status);
        Assert.Equal(0, await again.TerminateAsync());
    }

    [Theory]
    [InlineData("partners", "list")]
    [InlineData("quotes", "purge", "--expired-before", "2026-01-01")]
    public async Task Verb_AfterAKill_WarnsIfTheLastTransactionIsNotWhole(params string[] words)
    {
        await LeaveLogAsync(isDamaged: true);

        var first = await ProgramRun.OfAsync(_folder, words);
        var second = await ProgramRun.OfAsync(_folder, words);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("not whole", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not whole", second.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_LogWithoutItsDatabase_IsRefusedAndLeftAsItWas(bool isEmptied)
    {
        var log = Encoding.UTF8.GetBytes("what was committed last");
        await System.IO.File.WriteAllBytesAsync(File + "-wal", log, TestContext.Current.CancellationToken);
        if (isEmptied)
        {
            await System.IO.File.WriteAllBytesAsync(File, [], TestContext.Current.CancellationToken);
        }

        (await ProgramRun.OfAsync(_folder, "serve")).AssertRefused(File, "-wal");

        Assert.Equal(isEmptied, System.IO.File.Exists(File));
        Assert.Equal(log, await System.IO.File.ReadAllBytesAsync(File + "-wal", TestContext.Current.CancellationToken));
    }

    private async Task LeaveLogAsync(bool isDamaged)
    {
        await using (var server = await ServerProcess.StartAsync(_folder))
        {
            Assert.Equal(201, (await server.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""")).Status);
            await server.KillAsync();
        }

        if (isDamaged)
        {
            using var log = new FileStream(File + "-wal", FileMode.Open);
            log.Position = log.Length - 1;
            log.WriteByte(0xA5);
        }
    }

    private static string[] Arguments(string verb) => verb switch
    {
        "import" => [verb, DataSet.ShippedDirectory],
        "rates" => [verb, Directory.EnumerateFiles(Path.Combine(DataSet.ShippedDirectory, "exchange-rates")).First()],
        "partners" => [verb, "list"],
        "backup" => [verb, "copy.db"],
        "quotes" => [verb, "purge", "--expired-before", "2026-01-31"],
        _ => [verb],
    };

    private void Fill() => System.IO.File.WriteAllBytes(File, sound.Content);

    /// <summary>Where the last page of a table or index begins.</summary>
    private int LastPageOf(string name)
    {
        var page = new TestDatabase(File).Value<long>($"SELECT rootpage FROM sqlite_schema WHERE name = '{name}'");
        while (true)
        {
            var content = sound.Content.AsSpan((int)(page - 1) * Page);
            if (content[0] is not (InteriorOfTable or InteriorOfIndex))
            {
                return (int)(page - 1) * Page;
            }

            page = BinaryPrimitives.ReadUInt32BigEndian(content[LastChild..]);
        }
    }

    private void Overwrite(int place, byte[] content)
    {
        using var file = System.IO.File.Open(File, FileMode.Open);
        file.Position = place;
        file.Write(content);
    }

    private async Task AssertRefusesAsync(string[] arguments, params string[] reasons)
    {
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);

        (await ProgramRun.OfAsync(_folder, arguments)).AssertRefused([File, .. reasons]);

        Assert.Equal([File], Directory.EnumerateFiles(_folder.Path));
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken));
    }

    /// <summary>What a server leaves that was filled, has issued quotes, and was stopped.</summary>
    public sealed class SoundDatabase : IAsyncLifetime
    {
        private const int Quotes = 60;

        public byte[] Content { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            using var folder = new TempFolder();
            Assert.Equal(0, (await ProgramRun.OfAsync(folder, "partners", "add", "alpha", "--name", "Alpha Travel")).ExitCode);
            await using var server = await ServerProcess.StartAsync(folder);
            for (var number = 1; number <= Quotes; number++)
            {
                var body = $$$"""{"items":[{"treatment":"chemotherapy","quantity":{"min":{{{number}}} }}]}""";
                Assert.Equal(201, (await server.Client.PostQuoteAsync(body, ("Idempotency-Key", $"key-{number}"))).Status);
            }

            Assert.Equal(0, await server.TerminateAsync());
            Assert.Equal([ProductProcess.DatabaseIn(folder)], Directory.EnumerateFiles(folder.Path));
            Content = await System.IO.File.ReadAllBytesAsync(ProductProcess.DatabaseIn(folder));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
