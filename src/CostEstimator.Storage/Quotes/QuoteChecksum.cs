using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace CostEstimator.Storage.Quotes;

/// <summary>What tells that a quote is read as it was kept: every column of it, by XXH3, as the tables write it.</summary>
internal static class QuoteChecksum
{
    private const int BytesOnStack = 256;

    /// <summary>The checksum of a quote.</summary>
    /// <param name="row">The quote, but for its answer.</param>
    /// <param name="answer">Its answer, which the row may keep otherwise.</param>
    public static long Of(QuoteRow row, ReadOnlySpan<byte> answer)
    {
        var sum = 0UL;
        Add(ref sum, row.Number.ToString(CultureInfo.InvariantCulture));
        Add(ref sum, row.Reference.ToString(CultureInfo.InvariantCulture));
        Add(ref sum, row.IssuedAt);
        Add(ref sum, row.ValidUntil);
        Add(ref sum, row.PriceListVersion);
        Add(ref sum, row.Language);
        Add(ref sum, row.Bulletin);
        Add(ref sum, row.Partner);
        Add(ref sum, row.Request);
        return unchecked((long)XxHash3.HashToUInt64(answer, (long)sum));
    }

    /// <summary>The checksum that quotes had before there was one of all their columns.</summary>
    public static long OfEarlier(StoredQuote quote) =>
        unchecked((long)XxHash3.HashToUInt64(quote.Answer.Span, (long)quote.Reference.Bits ^ quote.ValidUntil.DayNumber));

    // Nothing is another text than an empty one.
    private static void Add(ref ulong sum, string? text)
    {
        if (text is null)
        {
            sum = ~sum;
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > BytesOnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[BytesOnStack];
        sum = XxHash3.HashToUInt64(bytes[..Encoding.UTF8.GetBytes(text, bytes)], unchecked((long)sum));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
