using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.DataFiles;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>The texts that ship with the build, and how they are worded.</summary>
internal static class ShippedTexts
{
    /// <summary>The data that the texts are of.</summary>
    public static PriceData Data { get; } = DataDirectory.Read(DataSet.ShippedDirectory, new DateOnly(2026, 11, 22)).Data!;

    /// <summary>All rows of <c>texts.csv</c>.</summary>
    public static Texts Rows => Data.Texts;

    /// <summary>The rows of <c>texts.csv</c> and the templates of the product, by key.</summary>
    public static IEnumerable<Text> All => Rows.All.Concat(Templates.All.Select(template => template.Default)).DistinctBy(text => text.Key);

    /// <summary>The text with this key, of the data or of the product.</summary>
    public static Text Find(string key) => Rows.Find(key) ?? Templates.Find(key)!.Default;

    /// <summary>How the product words its answers with these texts.</summary>
    public static Words In(Language language) => new(Rows, language);
}
