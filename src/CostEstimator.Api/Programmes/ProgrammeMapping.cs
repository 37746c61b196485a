using CostEstimator.Api.Estimates;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;

namespace CostEstimator.Api.Programmes;

/// <summary>Puts programmes into the form of the contract.</summary>
internal static class ProgrammeMapping
{
    public static ProgrammeResponse ToResponse(this Programme programme, PriceList list, DateOnly on, Words words) => new()
    {
        Code = programme.Code,
        Name = words.NameOf(programme),
        Stages = [.. programme.Stages.Select(stage => ToResponse(stage, programme, words))],
        Facts = [.. list.FactsOf(programme.Items, on).Select(fact => fact.ToResponse(words))],
    };

    private static ProgrammeStageResponse ToResponse(Stage stage, Programme programme, Words words) => new()
    {
        Code = stage.Code,
        Name = words.NameOf(stage),
        Items = [.. programme.ItemsOf(stage).Select(item => ToResponse(item, words))],
    };

    private static ProgrammeItemResponse ToResponse(Item item, Words words) => new()
    {
        Treatment = item.Treatment.Code,
        Name = words.NameOf(item.Treatment),
        Quantity = item.ToQuantityResponse(words),
        Assumption = item.Assumption is null ? null : words.Note(item.Assumption),
        When = item.Conditions.ToResponse(),
        WhenText = words.When(item.Conditions),
    };
}
