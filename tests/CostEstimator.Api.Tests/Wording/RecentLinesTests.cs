using System.Collections.Immutable;
using System.Text;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Http;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>What is kept of a line is given to no other line, however much they have in common.</summary>
public sealed class RecentLinesTests
{
    private static readonly Currency Dollars = Currency.FromCode("USD");
    private static readonly PriceList List = ShippedTexts.Data.List;
    private static readonly Treatment Chemotherapy = List.Treatments.Single(treatment => treatment.Code == "chemotherapy");

    private static readonly EstimateLine Line = new()
    {
        Item = new Item(Chemotherapy, new Quantity(4, 6)),
        UnitPrice = Range(1500, 2000),
        Price = Range(6000, 12000),
        IsOptional = false,
        IsOnRequest = false,
        SourcesDisagree = false,
        Basis = [List.Rules[0], List.Rules[1]],
    };

    // Each differs from the line in one thing only.
    private static readonly ImmutableArray<EstimateLine> Others =
    [
        Line with { Item = Line.Item with { Treatment = List.Treatments.First(treatment => treatment != Chemotherapy) } },
        Line with { Item = Line.Item with { Quantity = new Quantity(4, 7) } },
        Line with { Item = Line.Item with { Quantity = new Quantity(3, 6) } },
        Line with { Item = Line.Item with { Quantity = new Quantity(4, null) } },
        Line with { Item = Line.Item with { Conditions = ConditionsOf(List) } },
        Line with { Item = Line.Item with { Stage = ShippedTexts.Data.List.Programmes[0].Stages[0] } },
        Line with { Item = Line.Item with { Assumption = "two-starting-prices" } },
        Line with { UnitPrice = null },
        Line with { UnitPrice = Range(1500, 2001) },
        Line with { UnitPrice = Range(1500, null) },
        Line with { Price = Range(6000, 12001) },
        Line with { Price = Range(6000, null) },
        Line with { Price = new PriceRange(new Money(6000, Currency.FromCode("EUR")), new Money(12000, Currency.FromCode("EUR"))) },
        Line with { IsOptional = true },
        Line with { IsOnRequest = true },
        Line with { SourcesDisagree = true },
        Line with { Basis = [List.Rules[0]] },
        Line with { Basis = [List.Rules[1], List.Rules[0]] },
        Line with { Basis = [List.Rules[0], List.Rules[2]] },
    ];

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Ru)]
    public void Of_LinesThatDifferInOneThing_AreEachAsTheyAre(Language language)
    {
        var words = ShippedTexts.In(language);
        var expected = JsonOf(new RecentLines(places: 1, line => line.ToResponse(words)).Of(Line));
        Assert.All(Others, other =>
        {
            // All have the same place, and from the second time on they are kept there.
            var recent = new RecentLines(places: 1, line => line.ToResponse(words));
            var expectedOfOther = JsonOf(new RecentLines(places: 1, line => line.ToResponse(words)).Of(other));
            Assert.NotEqual(expected, expectedOfOther);
            for (var round = 0; round < 3; round++)
            {
                Assert.All(Enumerable.Repeat(Line, 3), again => Assert.Equal(expected, JsonOf(recent.Of(again))));
                Assert.All(Enumerable.Repeat(other, 3), again => Assert.Equal(expectedOfOther, JsonOf(recent.Of(again))));
            }
        });
    }

    [Fact]
    public void Of_LineThatComesAgain_IsWrittenOnce()
    {
        var made = 0;
        var recent = new RecentLines(places: 8, line =>
        {
            made++;
            return line.ToResponse(ShippedTexts.In(Language.En));
        });

        Assert.Null(recent.Of(Line).Json);
        var written = recent.Of(Line with { Basis = [.. Line.Basis] });
        Assert.NotNull(written.Json);
        Assert.Same(written, recent.Of(Line with { Item = new Item(Chemotherapy, new Quantity(4, 6)) }));
        Assert.Equal(2, made);
    }

    [Fact]
    public void Others_DifferInEverythingThatALineIs()
    {
        var apart = typeof(EstimateLine).GetProperties().Where(property => !Others.Any(other => !Equals(property.GetValue(Line), property.GetValue(other))));
        var apartOfItem = typeof(Item).GetProperties().Where(property => !Others.Any(other => !Equals(property.GetValue(Line.Item), property.GetValue(other.Item))));

        Assert.Empty(apart.Concat(apartOfItem).Select(property => property.Name));
    }

    private static string JsonOf(Prewritten<EstimateLineResponse> line) =>
        Encoding.UTF8.GetString(AnswerJson.Of(new PrewrittenList<EstimateLineResponse>([line]), ApiJsonContext.Default.PrewrittenListEstimateLineResponse));

    private static PriceRange Range(decimal low, decimal? high) => new(new Money(low, Dollars), high is { } known ? new Money(known, Dollars) : null);

    private static Conditions ConditionsOf(PriceList list) => list.Rules.Select(rule => rule.Conditions).First(conditions => !conditions.All.IsEmpty);
}
