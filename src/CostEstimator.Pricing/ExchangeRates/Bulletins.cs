using System.Collections.Immutable;

namespace CostEstimator.Pricing.ExchangeRates;

/// <summary>The bulletins that there are, one a day at most.</summary>
public sealed class Bulletins
{
    /// <summary>Creates a collection.</summary>
    /// <param name="bulletins">The bulletins, in any order.</param>
    /// <exception cref="ArgumentException">Two are for the same day.</exception>
    public Bulletins(IEnumerable<Bulletin> bulletins)
    {
        All = [.. bulletins.OrderBy(bulletin => bulletin.Day)];
        if (All.Select(bulletin => bulletin.Day).Distinct().Count() != All.Length)
        {
            throw new ArgumentException("Two bulletins are for the same day.", nameof(bulletins));
        }
    }

    /// <summary>No bulletin at all.</summary>
    public static Bulletins None { get; } = new([]);

    /// <summary>The bulletins, by day.</summary>
    public ImmutableArray<Bulletin> All { get; }

    /// <summary>The bulletin in use on a day: the one of the latest day on or before it; null: there is none.</summary>
    public Bulletin? On(DateOnly day)
    {
        var (first, end) = (0, All.Length);
        while (first < end)
        {
            var middle = first + ((end - first) / 2);
            if (All[middle].Day <= day)
            {
                first = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return first == 0 ? null : All[first - 1];
    }
}
