using System.Security.Cryptography;
using CostEstimator.Pricing.Quotes;

namespace CostEstimator.Storage.Quotes;

/// <summary>Gives new quotes their references: those of numbers that go up with time, so that quotes are kept where the last ones were.</summary>
/// <remarks>
/// Where the key is not that of the database, quotes are kept all over the file, which takes longer, and is as right: the writer works
/// out the number of a quote from its reference itself.
/// </remarks>
internal sealed class QuoteReferences : IDisposable
{
    private const int DrawnTogether = 64;

    // A number is the milliseconds since 2026 (until the year 2095), then random bits, which tell servers of one database apart, and
    // then which of those drawn together it is.
    private const int BitsOfMilliseconds = 41;
    private const int BitsOfChance = 13;
    private const int BitsOfPlace = 6;

    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly ulong[] _drawn = new ulong[DrawnTogether];
    private int _given = DrawnTogether;
    private ulong _next;
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

    public void Dispose() => _cipher.Dispose();

    private void Draw(DateTimeOffset now)
    {
        var milliseconds = unchecked((ulong)((now - Beginning).Ticks / TimeSpan.TicksPerMillisecond)) & ((1UL << BitsOfMilliseconds) - 1);
        var chance = (ulong)RandomNumberGenerator.GetInt32(1 << BitsOfChance);
        var first = Math.Max(_next, ((milliseconds << BitsOfChance) | chance) << BitsOfPlace);
        for (var place = 0; place < DrawnTogether; place++)
        {
            _drawn[place] = first + (ulong)place;
        }

        _next = first + DrawnTogether;
        _cipher.Encrypt(_drawn);
        _given = 0;
    }
}
