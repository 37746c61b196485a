namespace CostEstimator.Storage.PriceLists;

/// <summary>What one key stands for in each language.</summary>
/// <param name="Key">The key.</param>
/// <param name="En">The English text.</param>
/// <param name="Ru">The Russian text.</param>
/// <param name="Tr">The Turkish text.</param>
public sealed record Text(string Key, string En, string Ru, string Tr);
