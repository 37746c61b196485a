using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CostEstimator.Pricing.Quotes;

namespace CostEstimator.Storage.Quotes;

/// <summary>Gives new quotes their references: those of numbers that go up with time, so that quotes are kept where the last ones were.</summary>
/// <remarks>
/// Until it is told the key of the database, quotes are kept all over the table, which takes longer, and is as right: the writer works
/// out the number of a quote from its reference itself.
/// </remarks>
internal sealed class QuoteReferences : IDisposable
{
    private const int DrawnTogether = 64;

    // A number is the milliseconds since 2026 (until the year 2095), which those drawn together share with no others, and random bits.
    private const int BitsOfMilliseconds = 41;
    private const int BitsOfChance = 19;
    private const uint MostChance = (1U << BitsOfChance) - 1;
    private const long MostMilliseconds = (1L << BitsOfMilliseconds) - 1;

    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly ulong[] _drawn = new ulong[DrawnTogether];
    private int _given = DrawnTogether;
    private long _milliseconds = -1;
    private ReferenceCipher _cipher = new(RandomNumberGenerator.GetBytes(ReferenceCipher.BytesOfKey));

    /// <summary>A reference that was given to nobody else.</summary>
    /// <param name="now">The present instant.</param>
    public QuoteReference Next(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_given == DrawnTogether)
            {
                Draw(now);
            }

            return new QuoteReference(_drawn[_given++]);
        }
    }

    /// <summary>From now on, numbers become references with another key: that of the database.</summary>
    public void Use(ReadOnlySpan<byte> key)
    {
        lock (_lock)
        {
            _cipher.Dispose();
            _cipher = new ReferenceCipher(key);
            _given = DrawnTogether;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _cipher.Dispose();
        }
    }

    private void Draw(DateTimeOffset now)
    {
        _milliseconds = Math.Max(_milliseconds + 1, Math.Clamp((now - Beginning).Ticks / TimeSpan.TicksPerMillisecond, 0, MostMilliseconds));
        var time = (ulong)(_milliseconds & MostMilliseconds) << BitsOfChance;
        Span<uint> chances = stackalloc uint[DrawnTogether];
        do
        {
            // At one go, since each call takes its time.
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(chances));
            for (var place = 0; place < DrawnTogether; place++)
            {
                chances[place] &= MostChance;
            }

            chances.Sort();
        }
        while (HasTwins(chances));

        for (var place = 0; place < DrawnTogether; place++)
        {
            _drawn[place] = time | chances[place];
        }

        _cipher.Encrypt(_drawn);
        _given = 0;
    }

    private static bool HasTwins(ReadOnlySpan<uint> sorted)
    {
        for (var place = 1; place < sorted.Length; place++)
        {
            if (sorted[place] == sorted[place - 1])
            {
                return true;
            }
        }

        return false;
    }
}
