using System.Text;
using System.Text.RegularExpressions;
using CostEstimator.Storage.DataFiles;

namespace CostEstimator.Storage.ExchangeRates;

/// <summary>Makes text of the bytes of a bulletin, in the encoding that it says it is in, and refuses what cannot be one.</summary>
internal static partial class BulletinText
{
    // How far into a file its encoding may be named.
    private const int LongestDeclaration = 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly Encoding[] WithMark =
    [
        Utf8,
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly string[] HtmlBeginnings = ["<!DOCTYPE html", "<html", "<head", "<body", "<title", "<meta"];

    /// <summary>The text, without a byte order mark; null when there is a fault.</summary>
    public static string? Decode(ReadOnlySpan<byte> content, string file, Findings findings)
    {
        if (FaultOfStart(content) is { } reason)
        {
            findings.Fault(file, null, reason);
            return null;
        }

        if (EncodingOf(content, file, findings) is not { } encoding)
        {
            return null;
        }

        var start = content.StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
        try
        {
            return encoding.GetString(content[start..]);
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + content[..Math.Clamp(start + fault.Index, 0, content.Length)].Count((byte)'\n');
            findings.Fault(
                file, line, $"a byte is not of the encoding '{encoding.WebName}'; name the right one in the first line, or save the file as UTF-8");
            return null;
        }
    }

    private static string? FaultOfStart(ReadOnlySpan<byte> content)
    {
        // What a file begins with is in ASCII, of which UTF-16 makes the same with zeros in between.
        var mark = MarkOf(content)?.Preamble.Length ?? 0;
        var draft = Encoding.Latin1.GetString(content[mark..]).Replace("\0", "", StringComparison.Ordinal);
        var start = draft.AsSpan(BeforeRoot().Match(draft).Length);
        if (draft.AsSpan().IsWhiteSpace())
        {
            return "the file is empty";
        }

        if (IsHtml(start))
        {
            return "this is an HTML page, not a bulletin: the bank answers so for a day without one; ask for a working day";
        }

        return start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
            ? "the file has a document type definition (DTD), as no bulletin has; nothing of it is read"
            : null;
    }

    private static bool IsHtml(ReadOnlySpan<char> start)
    {
        foreach (var beginning in HtmlBeginnings)
        {
            if (start.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> content, string file, Findings findings)
    {
        if (MarkOf(content) is { } marked)
        {
            return marked;
        }

        var declared = Declaration().Match(Encoding.Latin1.GetString(content[..Math.Min(content.Length, LongestDeclaration)]));
        if (!declared.Success)
        {
            return Utf8;
        }

        var name = declared.Groups["name"].Value;
        if (Find(name) is not { } encoding)
        {
            findings.Fault(file, 1, $"the encoding '{name}' is unknown; save the file as UTF-8");
            return null;
        }

        // The name was read as ASCII: in an encoding that has ASCII otherwise, it would not have been found.
        if (!encoding.GetBytes("<?xml").AsSpan().SequenceEqual("<?xml"u8))
        {
            findings.Fault(file, 1, $"the file says that it is in '{name}', which it is not; save it as UTF-8");
            return null;
        }

        return encoding;
    }

    private static Encoding? MarkOf(ReadOnlySpan<byte> content)
    {
        foreach (var encoding in WithMark)
        {
            if (content.StartsWith(encoding.Preamble))
            {
                return encoding;
            }
        }

        return null;
    }

    // Asks the provider of the older encodings itself: registered, it would change what the whole process understands.
    private static Encoding? Find(string name)
    {
        try
        {
            var (encoder, decoder) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder) ?? Encoding.GetEncoding(name, encoder, decoder);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A(?>\s+|<!--.*?-->|<\?.*?\?>)*", RegexOptions.Singleline)]
    private static partial Regex BeforeRoot();

    [GeneratedRegex("""\A\s*<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[^"'>]*)["']""")]
    private static partial Regex Declaration();
}
