using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CostEstimator.Storage.PriceLists;

/// <summary>The texts of the product that answers are worded with.</summary>
public static partial class Templates
{
    /// <summary>A range with two different ends.</summary>
    public static readonly Template RangeBetween = new("range.between", "{low} – {high}", "low", "high");

    /// <summary>A range whose ends are the same.</summary>
    public static readonly Template RangeExactly = new("range.exactly", "{low}", "low");

    /// <summary>A range without a high end.</summary>
    public static readonly Template RangeFrom = new("range.from", "from {low}", "low");

    /// <summary>A range of nothing.</summary>
    public static readonly Template RangeFree = new("range.free", "free of charge");

    /// <summary>A range of which neither end is known.</summary>
    public static readonly Template RangeOnRequest = new("range.on-request", "price on request");

    /// <summary>A number of units.</summary>
    public static readonly Template QuantityExactly = new("quantity.exactly", "{min} {unit}", "min", "unit");

    /// <summary>A number of units between two ends.</summary>
    public static readonly Template QuantityBetween = new("quantity.between", "{min}–{max} {unit}", "min", "max", "unit");

    /// <summary>A number of units without an upper end.</summary>
    public static readonly Template QuantityAtLeast = new("quantity.at-least", "at least {min} {unit}", "min", "unit");

    /// <summary>A line with a unit price.</summary>
    public static readonly Template LinePriced = new("line.priced", "{quantity} × {price}", "quantity", "price");

    /// <summary>A line that is free or on request.</summary>
    public static readonly Template LineUnpriced = new("line.unpriced", "{quantity}, {price}", "quantity", "price");

    /// <summary>The note of an estimate of which the total has no upper bound.</summary>
    public static readonly Template NoteOpen = new(
        "note.open-total", "No upper limit of the total can be given: for some treatments only a starting price, or no greatest quantity, is known.");

    /// <summary>The note of an estimate with a line on request.</summary>
    public static readonly Template NoteOnRequest = new(
        "note.on-request", "Some treatments have no published price. They count as nothing in the lower end of the total; their cost comes on top.");

    /// <summary>The note of an estimate with a line whose sources disagree.</summary>
    public static readonly Template NoteSourcesDisagree = new(
        "note.sources-disagree", "Published prices of the same treatment differ from source to source; the range covers all of them.");

    /// <summary>The note of an answer that documentation shows, which is no quote that somebody was given.</summary>
    public static readonly Template NoteExample = new(
        "note.example", "This is the example of the documentation, priced as of today; it was issued to nobody.");

    /// <summary>All templates.</summary>
    public static ImmutableArray<Template> All { get; } =
    [
        RangeBetween, RangeExactly, RangeFrom, RangeFree, RangeOnRequest,
        QuantityExactly, QuantityBetween, QuantityAtLeast,
        LinePriced, LineUnpriced,
        NoteOpen, NoteOnRequest, NoteSourcesDisagree, NoteExample,
    ];

    /// <summary>Whether a text has all placeholders of the template, and no others.</summary>
    internal static bool Fits(Template template, string text) => Placeholder().Matches(text)
        .Select(match => match.Groups[1].Value)
        .ToHashSet(StringComparer.Ordinal)
        .SetEquals(template.Placeholders);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
