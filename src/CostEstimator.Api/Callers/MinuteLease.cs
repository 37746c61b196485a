using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace CostEstimator.Api.Callers;

/// <summary>Whether a request is within its caller's limit, and what is left of that.</summary>
/// <param name="isAcquired">Whether it is.</param>
/// <param name="remaining">How many more requests there may be in this window.</param>
/// <param name="untilReset">How long it is until the next window.</param>
internal sealed class MinuteLease(bool isAcquired, int remaining, TimeSpan untilReset) : RateLimitLease
{
    private static readonly string[] Names = [MetadataName.RetryAfter.Name];

    public override bool IsAcquired => isAcquired;

    public override IEnumerable<string> MetadataNames => Names;

    public int Remaining => remaining;

    /// <summary>In seconds, rounded up: whoever waits so long is served.</summary>
    public int SecondsUntilReset => Math.Max(1, (int)Math.Ceiling(untilReset.TotalSeconds));

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? untilReset : null;
        return metadata is not null;
    }
}
