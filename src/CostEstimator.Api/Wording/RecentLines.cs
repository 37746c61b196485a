using System.Runtime.CompilerServices;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Http;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Api.Wording;

/// <summary>
/// The lines of estimates as answers show them, written from the second time on that one comes. What a line says depends on nothing but
/// itself, whatever else the estimate is of. There is a fixed bound, and nobody waits.
/// </summary>
/// <param name="places">The bound.</param>
/// <param name="make">Puts a line into the form of the contract.</param>
internal sealed class RecentLines(int places, Func<EstimateLine, EstimateLineResponse> make)
{
    // What is larger rests on many rules, and copying them is most of writing it.
    private const int MostBytes = 8 * 1024;

    private readonly Entry?[] _entries = new Entry?[places];

    // The hashes of what came lately: most lines of the most various requests come once.
    private readonly int[] _cameOnce = new int[places];

    /// <summary>A line as answers show it.</summary>
    public Prewritten<EstimateLineResponse> Of(EstimateLine line)
    {
        var hash = HashOf(line);
        var place = (hash & int.MaxValue) % places;
        if (Volatile.Read(ref _entries[place]) is { } known && AreSame(known.Line, line))
        {
            return known.Written;
        }

        var answer = make(line);
        if (Interlocked.Exchange(ref _cameOnce[place], hash) != hash)
        {
            return new Prewritten<EstimateLineResponse>(answer, Json: null);
        }

        var written = Prewritten<EstimateLineResponse>.Of(answer, ApiJsonContext.Default.EstimateLineResponse);
        if (written.Json is { Length: <= MostBytes })
        {
            Volatile.Write(ref _entries[place], new Entry(line, written));
        }

        return written;
    }

    // Treatments, stages and rules are those of the price data, of which there is one of each.
    private static int HashOf(EstimateLine line) => HashCode.Combine(
        RuntimeHelpers.GetHashCode(line.Item.Treatment),
        RuntimeHelpers.GetHashCode(line.Item.Stage),
        line.Item.Quantity.Min,
        line.Item.Quantity.Max,
        RangeHash.Of(line.Price),
        line.IsOptional,
        line.Basis.Length);

    // Lines of a programme's own items often come as the very same.
    private static bool AreSame(EstimateLine one, EstimateLine other) => ReferenceEquals(one, other) || HaveSameValues(one, other);

    private static bool HaveSameValues(EstimateLine one, EstimateLine other) =>
        ReferenceEquals(one.Item.Treatment, other.Item.Treatment)
        && ReferenceEquals(one.Item.Stage, other.Item.Stage)
        && one.Item.Quantity == other.Item.Quantity
        && one.Item.Conditions.Equals(other.Item.Conditions)
        && one.Item.Assumption == other.Item.Assumption
        && one.UnitPrice == other.UnitPrice
        && one.Price == other.Price
        && one.IsOptional == other.IsOptional
        && one.IsOnRequest == other.IsOnRequest
        && one.SourcesDisagree == other.SourcesDisagree
        && AreSame(one.Basis.AsSpan(), other.Basis.AsSpan());

    private static bool AreSame(ReadOnlySpan<PriceRule> some, ReadOnlySpan<PriceRule> others)
    {
        if (some.Length != others.Length)
        {
            return false;
        }

        for (var place = 0; place < some.Length; place++)
        {
            if (!ReferenceEquals(some[place], others[place]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Entry(EstimateLine Line, Prewritten<EstimateLineResponse> Written);
}
