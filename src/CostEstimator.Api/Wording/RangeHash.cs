using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Api.Wording;

/// <summary>
/// Hashes of ranges for what is kept of them. That of a decimal itself looks for zeros at its end, which takes longer than all else of
/// finding a range again; here 1.5 and 1.50 differ, and one of them is worded twice.
/// </summary>
internal static class RangeHash
{
    public static int Of(PriceRange range) => HashCode.Combine(Of(range.Low.Amount), Of(range.High?.Amount ?? -1));

    private static int Of(decimal amount)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        return HashCode.Combine(bits[0], bits[1], bits[2], bits[3]);
    }
}
