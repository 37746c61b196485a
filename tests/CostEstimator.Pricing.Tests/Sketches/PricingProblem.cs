using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.Sketches;

/// <summary>A price list, the bulletins that there are, and a request.</summary>
internal sealed record PricingProblem(PriceList List, Bulletins Bulletins, EstimateRequest Request)
{
    /// <summary>The bulletin in use.</summary>
    public Bulletin? Bulletin => Bulletins.On(Request.On);

    public EstimateOutcome Outcome() => Estimator.Estimate(List, Bulletin, Request);

    public Estimate Estimate() => Assert.IsType<Estimate>(Outcome());

    public Fact Fact(string code) => List.FindFact(code) ?? throw new ArgumentException(code);

    public Treatment Treatment(string code) => List.FindTreatment(code) ?? throw new ArgumentException(code);

    /// <summary>The same request with one more fact stated.</summary>
    public PricingProblem Stating(Fact fact, string value)
    {
        var stated = Request.Case.Stated.Select(known => KeyValuePair.Create(known.Fact, known.Value));
        return this with { Request = Request with { Case = new Case(stated.Append(KeyValuePair.Create(fact, value))) } };
    }
}
