namespace CostEstimator.Storage.DataFiles;

/// <summary>The names of the data files, and of the folder of bulletins, in the order in which they build on each other.</summary>
internal static class DataFile
{
    public const string Treatments = "treatments.csv";
    public const string Facts = "facts.csv";
    public const string Sources = "sources.csv";
    public const string PriceRules = "price-rules.csv";
    public const string Programmes = "programmes.csv";
    public const string ExchangeRates = "exchange-rates";
    public const string Texts = "texts.csv";

    public static readonly string[] All = [Treatments, Facts, Sources, PriceRules, Programmes, ExchangeRates, Texts];
}
