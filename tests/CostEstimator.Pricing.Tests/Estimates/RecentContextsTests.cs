using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class RecentContextsTests
{
    private static readonly Currency Dollar = Currency.FromCode("USD");
    private static readonly DateOnly Day = new(2026, 6, 15);
    private static readonly Treatment Treatment = new("one", "course", Quantity.Exactly(1));
    private static readonly Stage Stage = new("programme", "stage");

    private readonly RecentContexts _contexts = new();

    [Fact]
    public void Of_FirstTime_IsNone() => Assert.Null(_contexts.Of(null, On(Day)));

    [Fact]
    public void Of_FromTheSecondTimeOn_IsTheSame()
    {
        _contexts.Of(null, On(Day));

        var context = _contexts.Of(null, On(Day));

        Assert.NotNull(context);
        Assert.Same(context, _contexts.Of(null, On(Day)));
    }

    [Fact]
    public void Of_ManyDays_RemembersNoMoreThanItsBound()
    {
        var days = Enumerable.Range(0, 1_000).Select(Day.AddDays).ToList();
        foreach (var day in days)
        {
            _contexts.Of(null, On(day));
            _contexts.Of(null, On(day));
        }

        Assert.InRange(days.Count(day => _contexts.Of(null, On(day)) is not null), 1, 64);
    }

    [Fact]
    public void Remember_ItemOfAProgramme_IsFoundByItselfOnly()
    {
        var context = new PricingContext(null, On(Day));
        var item = new Item(Treatment, Quantity.Exactly(1)) { Stage = Stage };
        var priced = new PricedItem(item, TableOf(scenarios: 1), Dollar);

        context.Remember(priced);

        Assert.Same(priced, context.Find(item));
        Assert.Null(context.Find(item with { Quantity = Quantity.Exactly(2) }));
    }

    [Fact]
    public void Remember_ItemThatWasAskedForByItself_IsNotKept()
    {
        var context = new PricingContext(null, On(Day));
        var item = new Item(Treatment, Quantity.Exactly(1));

        context.Remember(new PricedItem(item, TableOf(scenarios: 1), Dollar));

        Assert.Null(context.Find(item));
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Remember_ManyScenarios_AreNotKept(int scenarios, bool isKept)
    {
        var context = new PricingContext(null, On(Day));
        var item = new Item(Treatment, Quantity.Exactly(1)) { Stage = Stage };
        var table = TableOf(scenarios);

        context.Remember(table);
        context.Remember(new PricedItem(item, table, Dollar));

        Assert.Equal((isKept, isKept), (context.FindTable(item) is not null, context.Find(item) is not null));
    }

    [Fact]
    public void Remember_SameTableAgain_TakesNoRoom()
    {
        var context = new PricingContext(null, On(Day));
        for (var time = 0; time < 100; time++)
        {
            context.Remember(TableOf(scenarios: 1));
        }

        var other = new Item(new Treatment("other", "course", Quantity.Exactly(1)), Quantity.Exactly(1));
        context.Remember(TableOf(scenarios: 1, other.Treatment));

        Assert.NotNull(context.FindTable(other));
    }

    [Fact]
    public void Remember_More_KeepsTheFirstOfThem()
    {
        var context = new PricingContext(null, On(Day));
        var items = Enumerable.Range(1, 300).Select(number => new Item(new Treatment($"t{number}", "course", Quantity.Exactly(1)), Quantity.Exactly(1)) { Stage = Stage }).ToList();
        foreach (var item in items)
        {
            context.Remember(TableOf(scenarios: 1, item.Treatment));
            context.Remember(new PricedItem(item, TableOf(scenarios: 1, item.Treatment), Dollar));
        }

        Assert.Equal(items[..64], items.Where(item => context.FindTable(item) is not null));
        Assert.Equal(items[..128], items.Where(item => context.Find(item) is not null));
    }

    private static EstimateRequest On(DateOnly day) => new([], Case.Unknown, Dollar, day);

    private static UnitPriceTable TableOf(int scenarios, Treatment? treatment = null) => new()
    {
        Treatment = treatment ?? Treatment,
        Conditions = Conditions.None,
        Facts = [],
        Prices = new UnitPrice[scenarios],
        Basis = [],
        SourcesDisagree = false,
        Unconvertible = null,
        Conversions = [],
        IsOptional = false,
        IsOnRequest = true,
        UnitPrice = null,
    };
}
