using BenchmarkDotNet.Attributes;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Benchmarks;

/// <summary>Estimates of two sizes, beside the least that could be done: adding the same prices up, without any rule.</summary>
[MemoryDiagnoser]
[Config(typeof(InProcessConfig))]
public class EngineBenchmarks
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly PriceList _clinic = SamplePriceLists.Clinic();
    private readonly PriceList _pairs = SamplePriceLists.IndependentPairs(pairs: 6);
    private EstimateRequest _threeItems = null!;
    private EstimateRequest _twelveFacts = null!;
    private decimal[] _prices = [];

    [GlobalSetup]
    public void Prepare()
    {
        _threeItems = RequestOfAll(_clinic);
        _twelveFacts = RequestOfAll(_pairs);
        _prices = [.. _clinic.Rules.Select(rule => rule.Range.Low.Amount)];
        Expect(_threeItems, _clinic, items: 3, questions: 1);
        Expect(_twelveFacts, _pairs, items: 6, questions: 12);
    }

    [Benchmark(Baseline = true)]
    public decimal BareSum()
    {
        var sum = 0m;
        foreach (var price in _prices)
        {
            sum += price;
        }

        return sum;
    }

    [Benchmark]
    public EstimateOutcome ThreeItemsOneUnknownFact() => Estimator.Estimate(_clinic, _threeItems);

    [Benchmark]
    public EstimateOutcome TwelveUnknownFactsInPairs() => Estimator.Estimate(_pairs, _twelveFacts);

    private static EstimateRequest RequestOfAll(PriceList list) => new(
        [.. list.Treatments.Select(treatment => new Item(treatment, treatment.DefaultQuantity))], Case.Unknown, list.Currency, Today);

    // A measurement of something else than it says is worse than none.
    private static void Expect(EstimateRequest request, PriceList list, int items, int questions)
    {
        if (Estimator.Estimate(list, request) is not Estimate estimate
            || estimate.Lines.Length != items
            || estimate.Questions.Length != questions)
        {
            throw new InvalidOperationException("The sample is not what the benchmark says.");
        }
    }
}
