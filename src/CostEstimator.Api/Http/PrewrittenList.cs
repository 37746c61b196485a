using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CostEstimator.Api.Http;

/// <summary>A list within an answer, of parts that stand in many answers, so that each is written only once.</summary>
[JsonConverter(typeof(PrewrittenListConverter))]
public sealed class PrewrittenList<T> : IReadOnlyList<T>
{
    private readonly ImmutableArray<Prewritten<T>> _parts;

    internal PrewrittenList(ImmutableArray<Prewritten<T>> parts) => _parts = parts;

    /// <summary>How many parts there are.</summary>
    public int Count => _parts.Length;

    internal ReadOnlySpan<Prewritten<T>> Parts => _parts.AsSpan();

    /// <summary>The part at a place.</summary>
    /// <param name="index">The place, from 0.</param>
    public T this[int index] => _parts[index].Part;

    /// <summary>The parts, in order.</summary>
    public IEnumerator<T> GetEnumerator() => _parts.Select(part => part.Part).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
