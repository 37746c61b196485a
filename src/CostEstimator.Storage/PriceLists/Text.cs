namespace CostEstimator.Storage.PriceLists;

/// <summary>What one key stands for in each language.</summary>
/// <param name="Key">The key.</param>
/// <param name="En">The English text.</param>
/// <param name="Ru">The Russian text.</param>
/// <param name="Tr">The Turkish text.</param>
public sealed record Text(string Key, string En, string Ru, string Tr)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language switch
    {
        Language.En => En,
        Language.Ru => Ru,
        Language.Tr => Tr,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "There are no texts in this language."),
    };
}
