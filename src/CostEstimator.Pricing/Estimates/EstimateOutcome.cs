namespace CostEstimator.Pricing.Estimates;

/// <summary>
/// What becomes of a request: an <see cref="Estimate"/>, or the reason why there is none: <see cref="TooManyScenarios"/>,
/// <see cref="NoExchangeRate"/>.
/// </summary>
public abstract record EstimateOutcome
{
    private protected EstimateOutcome()
    {
    }
}
