using System.Text;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.Quotes;

namespace CostEstimator.Storage.Tests.Fixtures;

/// <summary>Quotes that differ in their number only.</summary>
internal static class SampleQuote
{
    public static StoredQuote Of(int number) => new(
        new QuoteReference((ulong)number),
        new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        new DateOnly(2026, 12, 22),
        "v",
        "en",
        null,
        "{}",
        Encoding.UTF8.GetBytes($"{{\"number\":{number}}}"));
}
