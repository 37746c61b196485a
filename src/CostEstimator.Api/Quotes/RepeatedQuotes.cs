using System.Buffers.Binary;
using System.Collections.Concurrent;
using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;

namespace CostEstimator.Api.Quotes;

/// <summary>Knows requests that come again under the same key: those that still run, and those that were answered in the last day.</summary>
/// <remarks>Requests that were refused are not known again: nothing came of them, and they may be mended under the same key.</remarks>
internal sealed class RepeatedQuotes(QuoteStore store, TimeProvider clock)
{
    /// <summary>The request that came before still runs.</summary>
    public static readonly Problem StillRuns = Problem.At(
        Place.Of(IdempotencyKey.Header), ProblemKind.IdempotencyKeyInUse, Templates.IdempotencyKeyRuns);

    private static readonly Problem OfOtherBody = Problem.At(
        Place.Of(IdempotencyKey.Header),
        ProblemKind.IdempotencyKeyReused,
        Templates.IdempotencyKeyOfOtherBody,
        ("hours", (int)QuoteStore.RepeatableFor.TotalHours));

    private const int KeysRemembered = 1 << 16;

    private readonly ConcurrentDictionary<string, IdempotencyMark> _running = new(StringComparer.Ordinal);

    // The beginnings of their digests, each in the place that it names, where a later one follows it.
    private readonly ulong[] _came = new ulong[KeysRemembered];

    /// <summary>Lets a request run, or says why it may not: one with its key still runs.</summary>
    public QuoteOutcome? Begin(IdempotencyMark mark)
    {
        var running = _running.GetOrAdd(NameOf(mark), mark);
        return ReferenceEquals(running, mark) ? null : new QuoteOutcome(null, running.IsOfSameBody(mark) ? StillRuns : OfOtherBody);
    }

    /// <summary>Whether a request with the same key came lately, since this server started. From now on, one did.</summary>
    public bool CameLately(IdempotencyMark mark)
    {
        var digest = BinaryPrimitives.ReadUInt64LittleEndian(mark.Key.Span);
        return Interlocked.Exchange(ref _came[digest % KeysRemembered], digest) == digest;
    }

    /// <summary>The request that <see cref="Begin"/> let run has ended.</summary>
    public void End(IdempotencyMark mark) => _running.TryRemove(NameOf(mark), out _);

    /// <summary>What became of the request that came with the same key before; null: none did, or nothing came of it.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database refuses.</exception>
    public async Task<QuoteOutcome?> EarlierAsync(IdempotencyMark mark) => await store.FindRepeatedAsync(mark, clock.GetUtcNow()) switch
    {
        null => null,
        var earlier when earlier.Mark.IsOfSameBody(mark) => new QuoteOutcome(earlier.Quote, null),
        _ => new QuoteOutcome(null, OfOtherBody),
    };

    private static string NameOf(IdempotencyMark mark) => Convert.ToHexString(mark.Key.Span);
}
