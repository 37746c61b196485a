using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>What is of interest in a sketch in several currencies.</summary>
internal static class ExchangeTraits
{
    // As many as a decimal has.
    private const int MostDecimals = 28;

    public static IReadOnlyDictionary<string, Func<PricingProblem, BruteForceEstimate, bool>> OfAny { get; } =
        new Dictionary<string, Func<PricingProblem, BruteForceEstimate, bool>>
        {
            ["no rule needs converting"] = (problem, estimate) =>
                problem.Bulletin is not null && estimate.Lines.Any(IsPriced) && !estimate.Converted.Any(),
            ["one currency is converted"] = (_, estimate) => estimate.Converted.Count() == 1,
            ["several currencies are converted"] = (_, estimate) => estimate.Converted.Count() > 1,
            ["from the lira"] = (_, estimate) => estimate.Converted.Any(currency => currency.Code == "TRY"),
            ["to the lira"] = (problem, estimate) => problem.Request.Currency.Code == "TRY" && estimate.Converted.Any(),
            ["neither from the lira nor to it"] = (problem, estimate) =>
                problem.Request.Currency.Code != "TRY" && estimate.Converted.Any(currency => currency.Code != "TRY"),
            ["to a currency without a minor unit"] = (_, estimate) => estimate.Exchange.Decimals == 0 && estimate.Converted.Any(),
            ["to a currency of three digits"] = (_, estimate) => estimate.Exchange.Decimals == 3 && estimate.Converted.Any(),
            ["a rate for several units is used"] = (problem, estimate) => estimate.Converted
                .Append(problem.Request.Currency)
                .Any(currency => problem.Bulletin?.Find(currency)?.Unit > 1 && estimate.Converted.Any()),
            ["the bulletin is older than the day"] = (problem, estimate) =>
                problem.Bulletin?.Day < problem.Request.On && estimate.Converted.Any(),
            ["a bulletin is too late"] = (problem, estimate) =>
                problem.Bulletins.All.Any(bulletin => bulletin.Day > problem.Request.On) && estimate.Converted.Any(),
            ["a bulletin is outdated"] = (problem, estimate) =>
                problem.Bulletins.All.Any(bulletin => bulletin.Day < problem.Bulletin?.Day) && estimate.Converted.Any(),
            ["sources of several currencies are kept"] = (_, estimate) => Anywhere(estimate, item => CurrenciesOf(item) > 1),
            ["the ends are of different currencies"] = (_, estimate) =>
                Anywhere(estimate, item => !IsHullOfOneCurrency(item, estimate.Exchange)),
            ["the numbers alone would give another hull"] = (_, estimate) => Anywhere(estimate, item => CurrenciesOf(item) > 1
                && item.Kept.MinBy(rule => rule.Range.Low.Amount) != item.Kept.MinBy(rule => estimate.Exchange.RangeOf(rule).Low)),
            ["a converted price is rounded"] = (_, estimate) =>
                Anywhere(estimate, item => !item.Unrounded.Low.Shifted(estimate.Exchange.Decimals).IsWhole),
            ["the low end is exact once multiplied, and only then"] = (_, estimate) => Anywhere(
                estimate, item => IsExactOnceMultiplied(item.Unrounded.Low, item.Item.Quantity.Min, estimate.Exchange.Decimals)),
            ["the high end is exact once multiplied, and only then"] = (_, estimate) => Anywhere(
                estimate, item => IsExactOnceMultiplied(item.Unrounded.High, item.Item.Quantity.Max, estimate.Exchange.Decimals)),
        };

    public static IReadOnlyDictionary<string, Func<PricingProblem, BruteForceEstimate, bool>> OfLackingRates { get; } =
        new Dictionary<string, Func<PricingProblem, BruteForceEstimate, bool>>
        {
            ["refused: no bulletin at all"] = (problem, estimate) => problem.Bulletins.All.IsEmpty && IsRefused(estimate),
            ["refused: every bulletin is too late"] = (problem, estimate) =>
                !problem.Bulletins.All.IsEmpty && problem.Bulletin is null && IsRefused(estimate),
            ["refused: one rate is missing"] = (problem, estimate) =>
                problem.Bulletin is not null && estimate.Unconvertible.Count == 1 && estimate.Converted.Count() > 1,
            ["refused: the currency of the estimate has no rate"] = (problem, estimate) => IsRefused(estimate)
                && problem.Bulletin is not null
                && !problem.Bulletin.Currencies.Contains(problem.Request.Currency),
            ["refused: but not in every scenario"] = (_, estimate) => IsRefused(estimate)
                && estimate.Scenarios.Any(scenario => scenario.All(item => !item.Applies || item.IsConvertible)),
            ["priced: no bulletin, and none is needed"] = (problem, estimate) =>
                problem.Bulletin is null && estimate.Lines.Any(IsPriced) && !IsRefused(estimate),
            ["priced: a rate is missing, and is not needed"] = (problem, estimate) => problem.Bulletin is not null && !IsRefused(estimate)
                && problem.List.Rules.Any(rule => !estimate.Exchange.IsPossible(rule.Range.Currency)),
            ["priced: converted"] = (_, estimate) => estimate.Converted.Any() && !IsRefused(estimate),
        };

    private static bool IsRefused(BruteForceEstimate estimate) => estimate.Unconvertible.Count > 0;

    private static bool IsPriced(BruteForceLine line) => line.Basis.Any();

    private static bool Anywhere(BruteForceEstimate estimate, Func<PricedItem, bool> which) =>
        estimate.Scenarios.SelectMany(scenario => scenario).Any(item => item.Applies && which(item));

    private static int CurrenciesOf(PricedItem item) => item.Kept.Select(rule => rule.Range.Currency).Distinct().Count();

    private static bool IsHullOfOneCurrency(PricedItem item, Exchange exchange) => !item.IsPriced || item.Kept
        .GroupBy(rule => rule.Range.Currency)
        .Select(of => ExactSpan.HullOf(of.Select(exchange.RangeOf)))
        .Any(hull => hull == item.Unrounded);

    private static bool IsExactOnceMultiplied(Fraction? one, int? quantity, int decimals) => one is { } known && quantity is { } times
        && !known.Shifted(MostDecimals).IsWhole
        && (known * Fraction.Of(times)).Shifted(decimals).IsWhole;
}
