using System.Globalization;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>A price in whole minor units from a low end to a high end, which may be unknown.</summary>
internal readonly record struct PriceSpan(decimal Low, decimal? High)
{
    public static PriceSpan Nothing { get; } = new(0, 0);

    public static PriceSpan Of(PriceRange range) => new(range.Low.Amount, range.High?.Amount);

    public static PriceSpan HullOf(IEnumerable<PriceSpan> spans)
    {
        var all = spans.ToList();
        return new PriceSpan(all.Min(span => span.Low), all.Exists(span => span.High is null) ? null : all.Max(span => span.High));
    }

    public static PriceSpan SumOf(IEnumerable<PriceSpan> spans) =>
        spans.Aggregate(Nothing, (sum, span) => new PriceSpan(sum.Low + span.Low, sum.High + span.High));

    public bool Encloses(PriceSpan other) => Low <= other.Low && (High is null || other.High <= High);

    /// <summary><c>1500</c>, <c>1500 to 3000</c> or <c>from 1500</c>.</summary>
    public override string ToString() => High switch
    {
        null => $"from {Text(Low)}",
        { } high when high == Low => Text(Low),
        { } high => $"{Text(Low)} to {Text(high)}",
    };

    private static string Text(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);
}
