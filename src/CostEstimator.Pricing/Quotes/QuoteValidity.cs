using CostEstimator.Pricing.Estimates;

namespace CostEstimator.Pricing.Quotes;

/// <summary>How long a quote is valid.</summary>
public static class QuoteValidity
{
    /// <summary>The day until which a quote of this estimate is valid: the first day on which it no longer is.</summary>
    /// <param name="estimate">The estimate, for the day that it was made for and the rules that it rests on.</param>
    /// <param name="days">The greatest number of days that a quote is valid, 1 or more.</param>
    /// <returns>
    /// The estimate's day and <paramref name="days"/> more, or the first day on which a rule that it rests on is no longer in
    /// force, whichever is sooner.
    /// </returns>
    public static DateOnly ValidUntil(Estimate estimate, int days)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var until = estimate.Request.On.AddDays(days);
        foreach (var rule in estimate.Lines.SelectMany(line => line.Basis))
        {
            if (rule.Validity.To is { } to && to < until)
            {
                until = to;
            }
        }

        return until;
    }
}
