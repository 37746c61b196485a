namespace CostEstimator.Api.Http;

/// <summary>
/// What was made of the keys that came last. Each key has one place, by its hash, where a later one follows it: there is a fixed bound,
/// and nobody waits.
/// </summary>
/// <param name="places">The bound.</param>
/// <param name="make">Makes of a key what is kept of it, the same each time.</param>
/// <param name="hash">The hash of a key; null: its own. Where those of two that are equal differ, both are kept.</param>
internal sealed class Recent<TKey, TValue>(int places, Func<TKey, TValue> make, Func<TKey, int>? hash = null)
    where TKey : class, IEquatable<TKey>
{
    private readonly Func<TKey, int> _hash = hash ?? (static key => key.GetHashCode());
    private readonly Entry?[] _entries = new Entry?[places];

    /// <summary>What is made of a key.</summary>
    public TValue Of(TKey key)
    {
        ref var place = ref _entries[(_hash(key) & int.MaxValue) % _entries.Length];
        if (Volatile.Read(ref place) is { } known && known.Key.Equals(key))
        {
            return known.Value;
        }

        var made = make(key);
        Volatile.Write(ref place, new Entry(key, made));
        return made;
    }

    private sealed record Entry(TKey Key, TValue Value);
}
