using System.Diagnostics;
using System.Globalization;
using System.Text;
using CostEstimator.Storage.ExchangeRates;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.ExchangeRates;

public sealed class BulletinParserFormTests
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8"?>""";
    private const string Html = "this is an HTML page, not a bulletin: the bank answers so for a day without one; ask for a working day";
    private const string BrokenXml = "this is not whole, well-formed XML";

    // Far more than it takes, far less than it took before depth was bounded.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(10);

    public static TheoryData<string> HtmlPages =>
    [
        "<!DOCTYPE html><html><body>Tatil</body></html>",
        "<!doctype HTML>\n<html>",
        "<head><title>Tatil</title></head><body>Tatil</body>",
        "\n<BODY>Tatil</BODY>",
        "<html lang=\"tr\"><head></head><body><br></body></html>",
        "<HTML>",
        "\r\n\t <html></html>",
        "<!-- önbellek --><!-- iki -->\n<!DOCTYPE html>\n<html></html>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" "
            + "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<html xmlns=\"http://www.w3.org/1999/xhtml\"></html>",
        "<?xml version=\"1.0\" encoding=\"no-such\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"></html>",
    ];

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(HtmlPages))]
    public void Parse_HtmlPage_IsOneClearFault(string page)
    {
        BulletinXml.Wrong(page, null, Html);
        BulletinXml.Wrong(Encoding.Latin1.GetBytes(page), null, Html);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Parse_HtmlPageWithAByteOrderMark_IsOneClearFault(string encoding) =>
        Assert.All(HtmlPages, page => BulletinXml.Wrong(Marked(encoding, page), null, Html));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Parse_ByteOrderMark_TellsTheEncodingWhateverTheDeclarationSays(string encoding)
    {
        Assert.Equal(Rates(), Rates(Marked(encoding, BulletinXml.Small())));
        Assert.Equal(Rates(), Rates(Marked(encoding, BulletinXml.Change("UTF-8", encoding))));
        Assert.Equal(Rates(), Rates(Marked(encoding, BulletinXml.Change(Declaration, ""))));
    }

    [Theory]
    [InlineData("ISO-8859-9")]
    [InlineData("iso-8859-9")]
    [InlineData("windows-1254")]
    public void Parse_OlderEncodingWithTurkishLetters_IsRead(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        var bytes = encoding.GetBytes(Turkish(name, "2026/176 ŞĞİşğı"));
        Assert.Equal([0xDE, 0xD0, 0xDD, 0xFE, 0xF0, 0xFD], bytes.Where(one => one > 0x7F).Take(6));

        var bulletin = BulletinXml.Right(bytes);

        Assert.Equal("2026/176 ŞĞİşğı", bulletin.Number);
        Assert.Equal(BulletinXml.Lines(BulletinXml.Right(BulletinXml.Small())), BulletinXml.Lines(bulletin));
    }

    [Theory]
    [InlineData("<?xml version='1.0' encoding = 'ISO-8859-9' standalone='yes'?>")]
    [InlineData("<?xml version=\"1.0\"\n  encoding=\"iso-8859-9\" ?>")]
    public void Parse_DeclarationOfAnyForm_NamesTheEncoding(string declaration)
    {
        var text = BulletinXml.Change(Declaration, declaration).Replace("2026/176", "Ş");

        Assert.Equal("Ş", BulletinXml.Right(CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-9")!.GetBytes(text)).Number);
    }

    [Fact]
    public void Parse_Utf8WithTurkishLetters_IsRead()
    {
        Assert.Equal("Ş", BulletinXml.Right(Turkish("UTF-8", "Ş")).Number);
        Assert.Equal("Ş", BulletinXml.Right(Turkish("UTF-8", "Ş").Replace(Declaration, "")).Number);
    }

    [Fact]
    public void Parse_OlderEncoding_ChangesNothingForTheRestOfTheProcess()
    {
        BulletinXml.Right(BulletinXml.Change("UTF-8", "ISO-8859-9"));

        Assert.Throws<ArgumentException>(() => Encoding.GetEncoding("windows-1254"));
    }

    [Theory]
    [InlineData("no-such")]
    [InlineData("")]
    [InlineData("utf-7")]
    public void Parse_UnknownEncoding_IsAFault(string name) =>
        BulletinXml.Wrong(BulletinXml.Change("UTF-8", name), 1, $"the encoding '{name}' is unknown; save the file as UTF-8");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("IBM037")]
    public void Parse_EncodingThatTheFileIsNotIn_IsAFault(string name) =>
        BulletinXml.Wrong(BulletinXml.Change("UTF-8", name), 1, $"the file says that it is in '{name}', which it is not; save it as UTF-8");

    [Fact]
    public void Parse_BytesThatAreNotOfTheEncoding_AreAFaultOfTheirLine()
    {
        var bytes = Encoding.Latin1.GetBytes(BulletinXml.Change("US DOLLAR", "ABD DOLAR\u00DD"));

        BulletinXml.Wrong(bytes, 5, "a byte is not of the encoding 'utf-8'; name the right one in the first line, or save the file as UTF-8");
        BulletinXml.Wrong([.. Encoding.UTF8.Preamble, .. bytes], 5, "a byte is not of the encoding 'utf-8'");
    }

    [Fact]
    public void Parse_HalfACharacterAtTheEndOfUtf16_IsAFault() =>
        BulletinXml.Wrong(Marked("utf-16", BulletinXml.Small())[..^1], 26, "a byte is not of the encoding 'utf-16'");

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\uFEFF")]
    [InlineData("\0\0\0\0")]
    public void Parse_NothingInTheFile_IsAFault(string text) => BulletinXml.Wrong(text, null, "the file is empty");

    [Theory]
    [InlineData("no XML", 1)]
    [InlineData("{\"rates\": []}", 1)]
    [InlineData("\uFFFD\uFFFDPK", 1)]
    [InlineData("<?xml version=\"1.0\"?>", null)]
    [InlineData("<!-- nothing else -->", null)]
    [InlineData("<a>\n<b>\n</a>", 3)]
    [InlineData("<a/>\n<b/>", 2)]
    [InlineData("<a>\n&nbsp;</a>", 2)]
    [InlineData("<a>\n&#0;</a>", 2)]
    [InlineData("<a>\n\u0001</a>", 2)]
    [InlineData("<a\nb='1' b='2'/>", 2)]
    [InlineData("<a>\n<x:b/></a>", 2)]
    [InlineData("\n<?xml version=\"1.0\"?><a/>", 2)]
    public void Parse_NoXml_IsAFaultOfItsLine(string text, int? line) => BulletinXml.Wrong(text, line, BrokenXml);

    [Fact]
    public void Parse_BulletinCutOffAnywhere_IsOneFault()
    {
        var whole = Encoding.UTF8.GetBytes(BulletinXml.Small().TrimEnd('\n'));

        for (var length = 0; length < whole.Length; length++)
        {
            var reading = BulletinXml.Read(whole[..length]);

            Assert.Null(reading.Bulletin);
            Assert.Single(reading.Faults);
        }
    }

    [Fact]
    public void Parse_BulletinWithAnyByteChanged_NeverThrows()
    {
        var whole = Encoding.UTF8.GetBytes(BulletinXml.Small());
        var random = new Random(1);

        for (var round = 0; round < 5_000; round++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            var reading = BulletinXml.Read(bytes);

            Assert.Equal(reading.Bulletin is null, reading.Faults.Length > 0);
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE Tarih_Date>")]
    [InlineData("<!DOCTYPE Tarih_Date SYSTEM \"http://127.0.0.1:1/tarih.dtd\">")]
    [InlineData("<!-- first -->\n<!DOCTYPE Tarih_Date [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE Tarih_Date [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]>")]
    public void Parse_DocumentTypeDefinition_IsRefused(string definition) =>
        BulletinXml.Wrong(
            BulletinXml.Change(Declaration, $"{Declaration}\n{definition}"),
            null, "the file has a document type definition (DTD), as no bulletin has; nothing of it is read");

    [Fact]
    public void Parse_ExternalEntity_IsNotRead()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.FileNamed("secret"), "48.6116");
        var definition = $"<!DOCTYPE Tarih_Date [<!ENTITY secret SYSTEM \"{new Uri(folder.FileNamed("secret"))}\">]>";

        var reading = BulletinXml.Read(
            BulletinXml.Change(Declaration, $"{Declaration}{definition}").Replace("48.6116", "&secret;"));

        Assert.Null(reading.Bulletin);
        Assert.DoesNotContain("48.6116", Assert.Single(reading.Faults).Reason);
    }

    [Fact]
    public void Parse_EntitiesThatGrow_AreRefused()
    {
        var entities = Enumerable.Range(1, 30)
            .Select(level => $"<!ENTITY a{level} \"{string.Concat(Enumerable.Repeat($"&a{level - 1};", 10))}\">");
        var definition = $"<!DOCTYPE Tarih_Date [<!ENTITY a0 \"48\">{string.Concat(entities)}]>";

        BulletinXml.Wrong(
            BulletinXml.Change(Declaration, $"{Declaration}{definition}").Replace("48.6116", "&a30;"), null, "document type definition (DTD)");
    }

    [Theory]
    [InlineData(BulletinParser.MaxBytes, true)]
    [InlineData(BulletinParser.MaxBytes + 1, false)]
    public void Parse_FileOfSoManyBytes_IsReadUpToOneMebibyte(int size, bool isRead)
    {
        var text = BulletinXml.Small().TrimEnd('\n');
        var bytes = Encoding.UTF8.GetBytes(text.PadRight(size));

        if (isRead)
        {
            BulletinXml.Right(bytes);
        }
        else
        {
            BulletinXml.Wrong(bytes, null, "the file is larger than 1048576 bytes, as no bulletin is");
        }
    }

    [Theory]
    [InlineData("<Unit>100</Unit>", "<Unit>", "</Unit>", 12)]
    [InlineData("<ForexBuying>48.6116</ForexBuying>", "<ForexBuying>48.6116</ForexBuying>", "", 6)]
    public void Parse_ElementsInElementsWithoutEnd_AreRefusedAtOnce(string place, string before, string after, int line)
    {
        var nest = string.Concat(Enumerable.Repeat("<a>", 140_000)) + string.Concat(Enumerable.Repeat("</a>", 140_000));
        var reading = Stopwatch.StartNew();

        BulletinXml.Wrong(
            BulletinXml.Change(place, $"{before}{nest}{after}"), line, "elements stand in elements more deeply than in any bulletin");

        Assert.InRange(reading.Elapsed, TimeSpan.Zero, LongestReading);
    }

    [Fact]
    public void Parse_ElementsOfManyLevelsThatNobodyAsksFor_ArePassedOver() =>
        BulletinXml.Right(BulletinXml.Change("<CurrencyName>US DOLLAR</CurrencyName>", "<a><b><c><d>1</d></c></b></a>"));

    [Theory]
    [InlineData("<a>", "", "")]
    [InlineData("<a b='1'/>", "<Tarih_Date>", "</Tarih_Date>")]
    [InlineData("<!---->", "", "<a/>")]
    [InlineData("<!--", "", "")]
    [InlineData("<?a?>", "", "<a/>")]
    [InlineData("<?", "", "")]
    [InlineData("<!-- --", "", "")]
    [InlineData(" encoding", "<?xml", "")]
    [InlineData("&#65;", "<Tarih_Date>", "</Tarih_Date>")]
    [InlineData("<![CDATA[]]>", "<Tarih_Date>", "</Tarih_Date>")]
    [InlineData("]]", "<Tarih_Date><![CDATA[", "")]
    [InlineData("<Currency/>", "<Tarih_Date>", "</Tarih_Date>")]
    [InlineData("<Currency Kod='USD'/>", "<Tarih_Date>", "</Tarih_Date>")]
    [InlineData("<Unit/>", "<Tarih_Date><Currency Kod='USD'>", "</Currency></Tarih_Date>")]
    [InlineData("1", "<Tarih_Date><Currency Kod='USD'><Unit>", "</Unit></Currency></Tarih_Date>")]
    [InlineData("{0}='' a", "<Tarih_Date a", "=''/>")]
    [InlineData("{0}='urn:x' xmlns:a", "<Tarih_Date xmlns:a", "='urn:x'/>")]
    [InlineData("<a{0}/>", "<Tarih_Date>", "</Tarih_Date>")]
    public void Parse_OneMebibyteOfTheSame_IsAnsweredInTime(string part, string before, string after)
    {
        var text = new StringBuilder(before);
        for (var number = 0; text.Length + part.Length + after.Length + 8 < BulletinParser.MaxBytes; number++)
        {
            text.Append(part.Replace("{0}", number.ToString(CultureInfo.InvariantCulture)));
        }

        var reading = Stopwatch.StartNew();

        Assert.NotEmpty(BulletinXml.Read(text.Append(after).ToString()).Faults);

        Assert.InRange(reading.Elapsed, TimeSpan.Zero, LongestReading);
    }

    [Fact]
    public void Parse_NameWithoutEnd_IsShownShortened()
    {
        var name = new string('a', 100_000);

        Assert.InRange(Assert.Single(BulletinXml.Read($"<{name}/>").Faults).Reason.Length, 1, 500);
        Assert.InRange(Assert.Single(BulletinXml.Read($"<{name}>").Faults).Reason.Length, 1, 500);
    }

    private static byte[] Marked(string encoding, string text)
    {
        var one = Encoding.GetEncoding(encoding);
        return [.. one.GetPreamble(), .. one.GetBytes(text)];
    }

    private static string Turkish(string encoding, string number) =>
        BulletinXml.Change("UTF-8", encoding).Replace("2026/176", number).Replace("US DOLLAR", "İNGİLİZ ŞİLİNİ, ağır");

    private static IEnumerable<string> Rates() => BulletinXml.Lines(BulletinXml.Right(BulletinXml.Small()));

    private static IEnumerable<string> Rates(byte[] content) => BulletinXml.Lines(BulletinXml.Right(content));
}
