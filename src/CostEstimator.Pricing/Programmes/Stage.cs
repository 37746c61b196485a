namespace CostEstimator.Pricing.Programmes;

/// <summary>A stage of a programme.</summary>
/// <param name="Programme">The code of the programme.</param>
/// <param name="Code">The code of the stage, unique in its programme.</param>
public sealed record Stage(string Programme, string Code)
{
    /// <summary>The code of the programme.</summary>
    public string Programme { get; } = PriceLists.Code.Require(Programme, "programme");

    /// <summary>The code of the stage, unique in its programme.</summary>
    public string Code { get; } = PriceLists.Code.Require(Code, "stage");
}
