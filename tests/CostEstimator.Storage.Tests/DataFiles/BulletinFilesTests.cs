using CostEstimator.Storage.DataFiles;
using CostEstimator.Storage.ExchangeRates;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class BulletinFilesTests
{
    private const string File = "exchange-rates/2026-09-18.xml";
    private const string NoBulletin = "there is no bulletin of exchange rates: no price can be converted";

    [Fact]
    public void Read_SeedData_HasTheBulletinOfTheBank()
    {
        var bulletin = Assert.Single(SeedData.Read().Bulletins);

        Assert.Equal("2026/176", bulletin.Number);
        Assert.Equal(new DateOnly(2026, 9, 18), bulletin.Day);
        Assert.Equal(
            ["EUR 1 55.7981 55.8986", "JPY 100 30.7666 30.9704", "RUB 1 0.57344 0.58094", "USD 1 48.6116 48.6992"],
            BulletinXml.Lines(bulletin));
    }

    [Fact]
    public void Read_SeveralFilesOfAnyName_GivesTheirBulletins()
    {
        var reading = DataSet.Small()
            .With("exchange-rates/today.xml", BulletinXml.Of(DataSet.Today))
            .With("exchange-rates/Некий бюллетень.xml", BulletinXml.Of(new DateOnly(2000, 2, 29)))
            .Read();

        Expect.Nothing(reading);
        Assert.Equal(
            [new DateOnly(2000, 2, 29), new DateOnly(2026, 9, 18), DataSet.Today], reading.Bulletins.Select(bulletin => bulletin.Day).Order());
    }

    [Fact]
    public void Read_FolderMissing_IsAWarning() =>
        Expect.Warning(DataSet.Small().Without(File).Read(), "exchange-rates", null, NoBulletin);

    [Fact]
    public void Read_FolderEmpty_IsAWarning()
    {
        using var folder = new TempFolder();
        DataSet.Small().Without(File).WriteTo(folder);
        Directory.CreateDirectory(folder.FileNamed("exchange-rates"));

        Expect.Warning(DataDirectory.Read(folder.Path, DataSet.Today), "exchange-rates", null, NoBulletin);
    }

    [Fact]
    public void Read_FileInPlaceOfTheFolder_IsAFault() =>
        Expect.Fault(
            DataSet.Small().Without(File).With("exchange-rates", "").Read(),
            "exchange-rates", null, "this is a file; it must be a folder of bulletins");

    [Theory]
    [InlineData("exchange-rates/readme.txt")]
    [InlineData("exchange-rates/2026-09-21.XML")]
    [InlineData("exchange-rates/2026-09-21.xml~")]
    [InlineData("exchange-rates/2026-09-21.xml.part")]
    public void Read_AnotherFileInTheFolder_IsAWarning(string file) =>
        Expect.Warning(DataSet.Small().With(file, "").Read(), file, null, "not a data file of this version; it is not read");

    [Theory]
    [InlineData("exchange-rates/2025")]
    [InlineData("exchange-rates/2025.xml")]
    public void Read_FolderInTheFolder_IsAWarning(string name)
    {
        using var folder = new TempFolder();
        DataSet.Small().WriteTo(folder);
        Directory.CreateDirectory(folder.FileNamed(name));

        Expect.Warning(DataDirectory.Read(folder.Path, DataSet.Today), name, null, "not a data file of this version; it is not read");
    }

    [Fact]
    public void Read_OnlyAnotherFileInTheFolder_AreTwoWarnings()
    {
        var warnings = DataSet.Small().Without(File).With("exchange-rates/readme.txt", "").Read().Warnings;

        Assert.Equal(["exchange-rates", "exchange-rates/readme.txt"], warnings.Select(warning => warning.File));
    }

    [Fact]
    public void Read_BulletinOfADayToCome_IsAWarning() =>
        Expect.Warning(
            DataSet.Small().With(File, BulletinXml.Of(new DateOnly(2026, 11, 23))).Read(),
            File, null, "the bulletin is of 2026-11-23, which is still to come");

    [Fact]
    public void Read_BulletinOfToday_IsNoWarning() =>
        Expect.Nothing(DataSet.Small().With(File, BulletinXml.Of(DataSet.Today)).Read());

    [Fact]
    public void Read_TwoFilesOfOneDay_IsAFaultThatNamesBoth()
    {
        var reading = DataSet.Small().With("exchange-rates/again.xml", BulletinXml.Change("48.6116", "48.6115")).Read();

        Expect.Fault(
            reading, "exchange-rates/again.xml", null, "the bulletin of 2026-09-18 is in exchange-rates/2026-09-18.xml, too; keep one of them");
        Assert.Empty(reading.Bulletins);
    }

    [Fact]
    public void Read_FaultsInSeveralFiles_AreAllFoundWithFileAndLine() =>
        Expect.Faults(
            DataSet.Small()
                .Change(File, "<Unit>100</Unit>", "<Unit>0</Unit>")
                .With("exchange-rates/b.xml", BulletinXml.Of(new DateOnly(2026, 9, 21)).Replace("48.6116", "49"))
                .With("exchange-rates/a.xml", "<!DOCTYPE html><html></html>")
                .With("exchange-rates/c.xml", "")
                .Read(),
            (File, 12, "Unit '0'"),
            ("exchange-rates/a.xml", null, "this is an HTML page"),
            ("exchange-rates/b.xml", 3, "ForexBuying 49 of USD is above ForexSelling 48.6992"),
            ("exchange-rates/c.xml", null, "the file is empty"));

    [Fact]
    public void Read_AllBulletinsAtFault_DoesNotWarnThatThereIsNone() =>
        Assert.Empty(DataSet.Small().Change(File, "48.6116", "x").Read().Warnings);

    [Fact]
    public void Read_HugeFile_IsAFault() =>
        Expect.Fault(
            DataSet.Small().With(File, new byte[BulletinParser.MaxBytes * 3]).Read(), File, null, "the file is larger than 1048576 bytes");

    [Fact]
    public void Read_FileThatCannotBeRead_IsAFault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var folder = new TempFolder();
        DataSet.Small().WriteTo(folder);
        System.IO.File.CreateSymbolicLink(folder.FileNamed("exchange-rates/link.xml"), folder.FileNamed("nowhere.xml"));

        Expect.Fault(DataDirectory.Read(folder.Path, DataSet.Today), "exchange-rates/link.xml", null, "the file cannot be read");
    }
}
