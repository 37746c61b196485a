using BenchmarkDotNet.Attributes;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Benchmarks;

/// <summary>
/// Estimates of several sizes, in the currency of the prices and in another, beside the least that could be done: adding the same
/// prices up, without any rule.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcessConfig))]
public class EngineBenchmarks
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly PriceList _clinic = SamplePriceLists.Clinic();
    private readonly PriceList _pairs = SamplePriceLists.IndependentPairs(pairs: 6);
    private readonly PriceList _leukaemia = SamplePriceLists.Leukaemia();
    private readonly Bulletin _bulletin = SamplePriceLists.Bulletin();
    private EstimateRequest _threeItems = null!;
    private EstimateRequest _threeItemsInEuros = null!;
    private EstimateRequest _twelveFacts = null!;
    private EstimateRequest _programme = null!;
    private EstimateRequest _programmeInEuros = null!;
    private decimal[] _prices = [];

    [GlobalSetup]
    public void Prepare()
    {
        var euro = Currency.FromCode("EUR");
        _threeItems = RequestOfAll(_clinic);
        _threeItemsInEuros = _threeItems with { Currency = euro };
        _twelveFacts = RequestOfAll(_pairs);
        _programme = new EstimateRequest(_leukaemia.Programmes.Single().Items, Case.Unknown, _leukaemia.Currency, Today);
        _programmeInEuros = _programme with { Currency = euro };
        _prices = [.. _clinic.Rules.Select(rule => rule.Range.Low.Amount)];
        Expect(_threeItems, _clinic, items: 3, questions: 1, isConverted: false);
        Expect(_threeItemsInEuros, _clinic, items: 3, questions: 1, isConverted: true);
        Expect(_twelveFacts, _pairs, items: 6, questions: 12, isConverted: false);
        Expect(_programme, _leukaemia, items: 12, questions: 3, isConverted: false);
        Expect(_programmeInEuros, _leukaemia, items: 12, questions: 3, isConverted: true);
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
    public EstimateOutcome ThreeItemsOneUnknownFact() => Estimator.Estimate(_clinic, _bulletin, _threeItems);

    [Benchmark]
    public EstimateOutcome ThreeItemsConverted() => Estimator.Estimate(_clinic, _bulletin, _threeItemsInEuros);

    [Benchmark]
    public EstimateOutcome TwelveUnknownFactsInPairs() => Estimator.Estimate(_pairs, _bulletin, _twelveFacts);

    [Benchmark]
    public EstimateOutcome ProgrammeOfTwelveItems() => Estimator.Estimate(_leukaemia, _bulletin, _programme);

    [Benchmark]
    public EstimateOutcome ProgrammeConverted() => Estimator.Estimate(_leukaemia, _bulletin, _programmeInEuros);

    private static EstimateRequest RequestOfAll(PriceList list) => new(
        [.. list.Treatments.Select(treatment => new Item(treatment, treatment.DefaultQuantity))], Case.Unknown, list.Currency, Today);

    // A measurement of something else than it says is worse than none.
    private void Expect(EstimateRequest request, PriceList list, int items, int questions, bool isConverted)
    {
        if (Estimator.Estimate(list, _bulletin, request) is not Estimate estimate
            || estimate.Lines.Length != items
            || estimate.Questions.Length != questions
            || estimate.Exchange is not null != isConverted)
        {
            throw new InvalidOperationException("The sample is not what the benchmark says.");
        }
    }
}
