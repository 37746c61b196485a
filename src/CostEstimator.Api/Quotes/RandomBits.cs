using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CostEstimator.Api.Quotes;

/// <summary>Random bits that nobody can foresee, drawn from the system's generator for many quotes at once: each draw takes its time.</summary>
internal static class RandomBits
{
    private const int DrawnTogether = 64;

    [ThreadStatic]
    private static ulong[]? _drawn;

    [ThreadStatic]
    private static int _left;

    /// <summary>Sixty-four bits, given to nobody else.</summary>
    public static ulong Next()
    {
        var drawn = _drawn ??= new ulong[DrawnTogether];
        if (_left == 0)
        {
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(drawn.AsSpan()));
            _left = drawn.Length;
        }

        return drawn[--_left];
    }
}
