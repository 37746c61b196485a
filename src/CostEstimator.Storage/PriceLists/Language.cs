namespace CostEstimator.Storage.PriceLists;

/// <summary>A language that texts are written in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>Russian.</summary>
    Ru,

    /// <summary>Turkish.</summary>
    Tr,
}
