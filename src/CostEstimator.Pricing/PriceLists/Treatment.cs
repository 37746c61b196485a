namespace CostEstimator.Pricing.PriceLists;

/// <summary>Something that the price list can price, by the unit. A treatment without a rule in force is on request.</summary>
public sealed record Treatment
{
    /// <summary>Creates a treatment.</summary>
    /// <param name="code">The treatment's code, unique in the price list.</param>
    /// <param name="unit">The code of what is counted: <c>course</c>, <c>procedure</c>.</param>
    /// <param name="defaultQuantity">The quantity of an item that names none.</param>
    /// <exception cref="ArgumentException">A code is malformed.</exception>
    public Treatment(string code, string unit, Quantity defaultQuantity)
    {
        ArgumentNullException.ThrowIfNull(defaultQuantity);
        Code = PriceLists.Code.Require(code, "treatment");
        Unit = PriceLists.Code.Require(unit, "unit");
        DefaultQuantity = defaultQuantity;
    }

    /// <summary>The code by which requests and rules name the treatment.</summary>
    public string Code { get; }

    /// <summary>The code of the unit that quantities count and prices are for.</summary>
    public string Unit { get; }

    /// <summary>The quantity of an item that names none.</summary>
    public Quantity DefaultQuantity { get; }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
