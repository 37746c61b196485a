using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>A file that is not this version's own is refused, and left as it was.</summary>
public sealed class StrangerDatabaseTests
{
    [Theory]
    [InlineData("serve", 500)]
    [InlineData("import", 500)]
    [InlineData("serve", 1)]
    [InlineData("serve", 25)]
    public async Task Start_GarbageFile_IsRefusedAndLeftAsItWas(string verb, int sentences)
    {
        using var folder = new TempFolder();
        var garbage = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is no database. ", sentences)));
        await File.WriteAllBytesAsync(ProductProcess.DatabaseIn(folder), garbage, TestContext.Current.CancellationToken);

        var refused = await ProgramRun.OfAsync(folder, Arguments(verb));

        refused.AssertRefused(ProductProcess.DatabaseIn(folder), "is no database");
        AssertOnlyFile(folder, garbage);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("backup")]
    public async Task Start_DatabaseOfAnotherProgram_IsRefusedAndLeftAsItWas(string verb)
    {
        using var folder = new TempFolder();
        new TestDatabase(ProductProcess.DatabaseIn(folder)).Execute("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('One');");
        var before = await File.ReadAllBytesAsync(ProductProcess.DatabaseIn(folder), TestContext.Current.CancellationToken);

        var refused = await ProgramRun.OfAsync(folder, Arguments(verb));

        refused.AssertRefused(ProductProcess.DatabaseIn(folder), "songs");
        AssertOnlyFile(folder, before);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("backup")]
    public async Task Start_DatabaseOfANewerVersion_IsRefusedAndLeftAsItWas(string verb)
    {
        using var folder = new TempFolder();
        await using (var server = await ServerProcess.StartAsync(folder))
        {
            Assert.Equal(201, (await server.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""")).Status);
            Assert.Equal(0, await server.TerminateAsync());
        }

        new TestDatabase(ProductProcess.DatabaseIn(folder)).Execute("INSERT INTO schema_migrations VALUES (9999, '9999_later.sql', '0', '2027-01-01')");
        var before = await File.ReadAllBytesAsync(ProductProcess.DatabaseIn(folder), TestContext.Current.CancellationToken);

        var refused = await ProgramRun.OfAsync(folder, Arguments(verb));

        refused.AssertRefused(ProductProcess.DatabaseIn(folder), "9999_later.sql", "newer version");
        AssertOnlyFile(folder, before);
    }

    private static string[] Arguments(string verb) => verb switch
    {
        "import" => [verb, DataSet.ShippedDirectory],
        "backup" => [verb, "copy.db"],
        _ => [verb],
    };

    private static void AssertOnlyFile(TempFolder folder, byte[] content)
    {
        Assert.Equal([ProductProcess.DatabaseIn(folder)], Directory.EnumerateFiles(folder.Path));
        Assert.Equal(content, File.ReadAllBytes(ProductProcess.DatabaseIn(folder)));
    }
}
