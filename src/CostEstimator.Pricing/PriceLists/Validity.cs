namespace CostEstimator.Pricing.PriceLists;

/// <summary>The days on which a rule is in force: from the first, which is included, to the last, which is not.</summary>
/// <remarks>A missing bound is no bound. The default value is always in force.</remarks>
public readonly record struct Validity
{
    /// <summary>Creates a validity.</summary>
    /// <param name="from">The first day in force; null: since ever.</param>
    /// <param name="to">The first day no longer in force; null: for ever.</param>
    /// <exception cref="ArgumentException">No day is in force: <paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public Validity(DateOnly? from, DateOnly? to)
    {
        if (from >= to)
        {
            throw new ArgumentException("No day is in force: the end is not after the start.", nameof(to));
        }

        From = from;
        To = to;
    }

    /// <summary>The first day in force; null: since ever.</summary>
    public DateOnly? From { get; }

    /// <summary>The first day no longer in force; null: for ever.</summary>
    public DateOnly? To { get; }

    /// <summary>Whether <paramref name="day"/> is in force: <c>From &lt;= day &lt; To</c>.</summary>
    public bool Contains(DateOnly day) => (From is not { } from || from <= day) && (To is not { } to || day < to);

    /// <summary>Whether some day is in force in both.</summary>
    public bool Overlaps(Validity other) =>
        (From is not { } from || other.To is not { } otherTo || from < otherTo)
        && (other.From is not { } otherFrom || To is not { } to || otherFrom < to);
}
