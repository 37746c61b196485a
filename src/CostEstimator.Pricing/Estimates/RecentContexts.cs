using CostEstimator.Pricing.ExchangeRates;

namespace CostEstimator.Pricing.Estimates;

/// <summary>
/// Contexts that estimates of one price list were made in lately: most requests state nothing, and are in one of a few currencies. Each has
/// one place, by its hash, and gets it when it comes twice without another of that place between. There is a fixed bound, and nobody waits.
/// </summary>
internal sealed class RecentContexts
{
    private const int Places = 64;

    private readonly PricingContext?[] _contexts = new PricingContext?[Places];

    // The hashes of what came lately.
    private readonly int[] _cameOnce = new int[Places];

    /// <summary>The context of a request; null: it comes for the first time.</summary>
    /// <param name="bulletin">The bulletin in use on the request's day; null: there is none.</param>
    /// <param name="request">The request.</param>
    public PricingContext? Of(Bulletin? bulletin, EstimateRequest request)
    {
        var hash = HashOf(request);
        var place = (hash & int.MaxValue) % Places;
        if (Volatile.Read(ref _contexts[place]) is { } known && known.IsOf(bulletin, request))
        {
            return known;
        }

        if (Interlocked.Exchange(ref _cameOnce[place], hash) != hash)
        {
            return null;
        }

        var context = new PricingContext(bulletin, request);
        Volatile.Write(ref _contexts[place], context);
        return context;
    }

    private static int HashOf(EstimateRequest request)
    {
        var hash = default(HashCode);
        hash.Add(request.On);
        hash.Add(request.Currency);
        foreach (var stated in request.Case.Stated)
        {
            hash.Add(stated.Fact.Order);
            hash.Add(stated.ValueIndex);
        }

        return hash.ToHashCode();
    }
}
