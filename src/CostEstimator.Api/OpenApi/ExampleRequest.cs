using CostEstimator.Api.Quotes;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Api.OpenApi;

/// <summary>The example of the documentation, made of the price list in force so that it always works.</summary>
internal static class ExampleRequest
{
    private static readonly QuoteQuantityRequest SomeUnits = new() { Min = 4, Max = 6 };

    /// <summary>The first treatment with a quantity, and the first whose price depends on facts.</summary>
    public static QuoteRequest Of(PriceList list)
    {
        var refined = list.Treatments.FirstOrDefault(treatment =>
            treatment != list.Treatments[0] && list.Rules.Any(rule => rule.Treatment == treatment && !rule.Conditions.All.IsEmpty));
        return new QuoteRequest
        {
            Items =
            [
                new QuoteItemRequest { Treatment = list.Treatments[0].Code, Quantity = SomeUnits },
                .. refined is null ? [] : new[] { new QuoteItemRequest { Treatment = refined.Code } },
            ],
        };
    }

    /// <summary>The same items as the query of an estimate writes them.</summary>
    public static string[] Query(PriceList list) =>
    [
        .. Of(list).Items!.Select(item => item.Quantity is { } quantity ? $"{item.Treatment}:{quantity.Min}-{quantity.Max}" : item.Treatment)
    ];
}
