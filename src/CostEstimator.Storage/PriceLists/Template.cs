namespace CostEstimator.Storage.PriceLists;

/// <summary>A text of the product that answers are worded with; price data may override it.</summary>
/// <param name="Key">The key under which <c>texts.csv</c> may give another text.</param>
/// <param name="English">The text when it does not.</param>
/// <param name="Placeholders">The names in braces that every version of the text must have, once or more, and no others.</param>
public sealed record Template(string Key, string English, params string[] Placeholders);
