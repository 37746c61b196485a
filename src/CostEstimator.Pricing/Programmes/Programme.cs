using System.Collections.Immutable;
using CostEstimator.Pricing.Estimates;

namespace CostEstimator.Pricing.Programmes;

/// <summary>A named course of treatment: stages in order, each with items.</summary>
public sealed class Programme
{
    /// <summary>Creates a programme.</summary>
    /// <param name="code">The programme's code, unique in the price list.</param>
    /// <param name="items">The items, in order, each with a stage of this programme; the items of one stage stand together.</param>
    /// <exception cref="ArgumentException">
    /// The code is malformed, there is no item, an item has no stage or one of another programme, or a stage comes twice.
    /// </exception>
    public Programme(string code, IEnumerable<Item> items)
    {
        Code = PriceLists.Code.Require(code, "programme");
        Items = [.. items];
        if (Items.IsEmpty || Items.Any(item => item.Stage?.Programme != code))
        {
            throw new ArgumentException("A programme has items, and each of them a stage of it.", nameof(items));
        }

        var stages = Items.Select(item => item.Stage!).ToList();
        Stages = [.. stages.Where((stage, place) => place == 0 || stage != stages[place - 1])];
        if (Stages.Distinct().Count() != Stages.Length)
        {
            throw new ArgumentException("The items of one stage do not stand together.", nameof(items));
        }
    }

    /// <summary>The code by which requests name the programme.</summary>
    public string Code { get; }

    /// <summary>The stages, in order.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>The items of all stages, in order.</summary>
    public ImmutableArray<Item> Items { get; }

    /// <summary>The items of one stage, in order.</summary>
    public IEnumerable<Item> ItemsOf(Stage stage) => Items.Where(item => item.Stage == stage);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
