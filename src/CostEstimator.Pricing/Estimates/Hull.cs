namespace CostEstimator.Pricing.Estimates;

/// <summary>The hull of intervals that come one by one.</summary>
internal struct Hull
{
    private bool _any;

    /// <summary>The hull of what was added; nothing was: [0, 0].</summary>
    public Interval Value { get; private set; }

    public void Add(Interval interval)
    {
        Value = _any ? Value.Hull(interval) : interval;
        _any = true;
    }
}
