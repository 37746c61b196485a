using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>What the brute force says of a request.</summary>
/// <param name="Scenarios">Every scenario, each with every item.</param>
/// <param name="Answers">Every unknown fact, in order, also those that change nothing.</param>
/// <param name="Exchange">How prices were converted.</param>
internal sealed record BruteForceEstimate(
    IReadOnlyList<IReadOnlyList<PricedItem>> Scenarios, IReadOnlyList<Answers> Answers, Exchange Exchange)
{
    public IEnumerable<PriceSpan> TotalsOfScenarios => Scenarios.Select(TotalIn);

    public PriceSpan Total => PriceSpan.HullOf(TotalsOfScenarios);

    public IReadOnlyList<BruteForceLine> Lines { get; } =
    [
        .. Enumerable.Range(0, Scenarios[0].Count)
            .Select(item => Scenarios.Select(scenario => scenario[item]).ToList())
            .Where(item => item.Exists(priced => priced.Applies))
            .Select(item => new BruteForceLine(item))
    ];

    public IEnumerable<Answers> Questions => BruteForce.Answers.WorthAsking(Answers);

    /// <summary>The currencies that had to be converted, or should have been, by code.</summary>
    public IEnumerable<Currency> Converted => Lines
        .SelectMany(line => line.Basis)
        .Select(rule => rule.Range.Currency)
        .Where(Exchange.IsNeeded)
        .Distinct()
        .OrderBy(currency => currency.Code, StringComparer.Ordinal);

    /// <summary>Those of them for which there is no rate; if there is any, there is no estimate.</summary>
    public IReadOnlyList<Currency> Unconvertible => [.. Converted.Where(currency => !Exchange.IsPossible(currency))];

    public static PriceSpan TotalIn(IEnumerable<PricedItem> scenario) =>
        PriceSpan.SumOf(scenario.Where(priced => priced.Applies).Select(priced => priced.Price));

    public IEnumerable<Treatment> TreatmentsOf(Func<BruteForceLine, bool> which) =>
        Lines.Where(which).Select(line => line.Item.Treatment).Distinct();
}
