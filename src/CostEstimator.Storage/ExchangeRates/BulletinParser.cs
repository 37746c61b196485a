using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.DataFiles;

namespace CostEstimator.Storage.ExchangeRates;

/// <summary>Reads bulletins of exchange rates as the Central Bank of the Republic of Türkiye publishes them.</summary>
/// <remarks>
/// What is read may come from anywhere: nothing outside of it is ever fetched, and nothing in it grows. Of each currency,
/// <c>ForexBuying</c> and <c>ForexSelling</c> are the rate; with either of them empty the currency has none that day. Currencies
/// that the product does not know, such as special drawing rights, are passed over.
/// </remarks>
public static class BulletinParser
{
    /// <summary>The greatest size of a bulletin, in bytes: some fifty times what the bank's have.</summary>
    public const int MaxBytes = 1024 * 1024;

    // A bulletin has two levels below its root. Reading takes time by depth squared: minutes, if a file is nothing but depth.
    private const int GreatestDepth = 10;

    private const int LongestMessage = 300;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads and checks a bulletin. Nothing of a faulty one can be used.</summary>
    /// <param name="content">The file, byte for byte.</param>
    /// <param name="file">The name by which faults call the file.</param>
    public static BulletinReading Parse(ReadOnlyMemory<byte> content, string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var findings = new Findings();
        var bulletin = Read(content.Span, file, findings);
        return new BulletinReading(findings.AnyFault ? null : bulletin, [.. findings.Faults]);
    }

    /// <summary>Reads and checks a bulletin in a file. Nothing of a faulty one can be used.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="file">The name by which faults call the file.</param>
    public static BulletinReading ParseFile(string path, string file)
    {
        try
        {
            using var stream = File.OpenRead(path);

            // One byte more than a bulletin has is enough to refuse the file, however large it is.
            var content = new byte[MaxBytes + 1];
            var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return Parse(content.AsMemory(0, length), file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new BulletinReading(null, [new Finding(file, null, $"the file cannot be read: {fault.Message}")]);
        }
    }

    private static Bulletin? Read(ReadOnlySpan<byte> content, string file, Findings findings)
    {
        if (content.Length > MaxBytes)
        {
            findings.Fault(file, null, string.Create(
                CultureInfo.InvariantCulture, $"the file is larger than {MaxBytes} bytes, as no bulletin is"));
            return null;
        }

        return BulletinText.Decode(content, file, findings) is { } text && RootOf(text, file, findings) is { } root
            ? new BulletinDocument(root, file, findings).Read()
            : null;
    }

    private static XElement? RootOf(string text, string file, Findings findings)
    {
        try
        {
            if (LineThatIsTooDeep(text) is { } line)
            {
                findings.Fault(file, line, "elements stand in elements more deeply than in any bulletin");
                return null;
            }

            using var reader = ReaderOf(text);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException fault)
        {
            var message = fault.Message.Length > LongestMessage ? $"{fault.Message[..LongestMessage]}…" : fault.Message;
            findings.Fault(file, fault.LineNumber > 0 ? fault.LineNumber : null, $"this is not whole, well-formed XML: {message}");
            return null;
        }
    }

    private static int? LineThatIsTooDeep(string text)
    {
        using var reader = ReaderOf(text);
        while (reader.Read())
        {
            if (reader.Depth > GreatestDepth)
            {
                return ((IXmlLineInfo)reader).LineNumber;
            }
        }

        return null;
    }

    private static XmlReader ReaderOf(string text) => XmlReader.Create(new StringReader(text), Settings);
}
