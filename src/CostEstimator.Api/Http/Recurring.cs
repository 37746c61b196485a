using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;

namespace CostEstimator.Api.Http;

/// <summary>What was made of texts that come again: kept within a bound, and from the second time on only, since most come once.</summary>
/// <param name="mostBytes">The bound, roughly.</param>
internal sealed class Recurring<T>(int mostBytes) : IDisposable
    where T : class
{
    // What an entry takes beside its key and its own size, roughly.
    private const int BytesOfEntry = 512;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = mostBytes });

    // The hashes of what came lately.
    private readonly int[] _cameOnce = new int[4096];

    /// <summary>What is kept for a text.</summary>
    public bool TryFind(ReadOnlySpan<char> text, [NotNullWhen(true)] out T? found) => _kept.TryGetValue(text, out found) && found is not null;

    /// <summary>Takes note that a text has come, and says whether it came before, lately: then it is worth keeping what is made of it.</summary>
    public bool CameBefore(ReadOnlySpan<char> text)
    {
        var hash = string.GetHashCode(text, StringComparison.Ordinal);
        return Interlocked.Exchange(ref _cameOnce[hash & (_cameOnce.Length - 1)], hash) == hash;
    }

    /// <summary>Keeps what was made of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="made">What to keep.</param>
    /// <param name="bytes">How large that is, roughly.</param>
    public void Keep(ReadOnlySpan<char> text, T made, int bytes) =>
        _kept.Set(text.ToString(), made, new MemoryCacheEntryOptions { Size = bytes + (sizeof(char) * text.Length) + BytesOfEntry });

    /// <summary>Keeps nothing of all that.</summary>
    public void Clear() => _kept.Clear();

    public void Dispose() => _kept.Dispose();
}
