using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>A price before it is rounded, from a low end to a high end, which may be unknown.</summary>
internal readonly record struct ExactSpan(Fraction Low, Fraction? High)
{
    public static ExactSpan Unpriced { get; } = new(Fraction.Nothing, null);

    public static ExactSpan HullOf(IEnumerable<ExactSpan> spans)
    {
        var all = spans.ToList();
        return new ExactSpan(all.Min(span => span.Low), all.Exists(span => span.High is null) ? null : all.Max(span => span.High));
    }

    public ExactSpan Times(Quantity quantity)
    {
        var max = quantity.Max is { } known ? Fraction.Of(known) : (Fraction?)null;
        return new ExactSpan(Low * Fraction.Of(quantity.Min), High == Fraction.Nothing ? High : High * max);
    }

    public PriceSpan RoundedOutward(int decimals) => new(Low.Down(decimals), High?.Up(decimals));
}
