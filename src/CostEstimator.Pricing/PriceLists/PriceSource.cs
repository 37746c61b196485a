namespace CostEstimator.Pricing.PriceLists;

/// <summary>Where prices were published.</summary>
/// <param name="Code">The source's code, unique in the price list.</param>
/// <param name="Title">What the publication is called.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Locator">Where in the publication the prices stand.</param>
/// <param name="ReadOn">The day on which the prices were read there.</param>
public sealed record PriceSource(string Code, string Title, string Publisher, string Locator, DateOnly ReadOn)
{
    /// <summary>The source's code, unique in the price list.</summary>
    public string Code { get; } = PriceLists.Code.Require(Code, "source");
}
