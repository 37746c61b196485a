using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace CostEstimator.Storage.PriceLists;

/// <summary>The texts of the product that answers are worded with: here those of ranges, quantities and lines.</summary>
/// <remarks>Russian counts after "at least" in the genitive: the placeholder of the unit is filled so.</remarks>
public static partial class Templates
{
    /// <summary>A range with two different ends. Where a language writes the currency last, the low end comes without it.</summary>
    public static readonly Template RangeBetween = new("range.between", "{low} – {high}", "{low}–{high}", "{low} – {high}");

    /// <summary>A range whose ends are the same.</summary>
    public static readonly Template RangeExactly = new("range.exactly", "{low}", "{low}", "{low}");

    /// <summary>A range without a high end.</summary>
    public static readonly Template RangeFrom = new("range.from", "from {low}", "от {low}", "{low} ve üzeri");

    /// <summary>A range of nothing.</summary>
    public static readonly Template RangeFree = new("range.free", "free of charge", "бесплатно", "ücretsiz");

    /// <summary>A range of which neither end is known.</summary>
    public static readonly Template RangeOnRequest = new("range.on-request", "price on request", "цена по запросу", "fiyat talep üzerine");

    /// <summary>A number of units.</summary>
    public static readonly Template QuantityExactly = new("quantity.exactly", "{min} {unit}", "{min} {unit}", "{min} {unit}");

    /// <summary>A number of units between two ends.</summary>
    public static readonly Template QuantityBetween = new("quantity.between", "{min}–{max} {unit}", "{min}–{max} {unit}", "{min}–{max} {unit}");

    /// <summary>A number of units without an upper end.</summary>
    public static readonly Template QuantityAtLeast = new("quantity.at-least", "at least {min} {unit}", "не менее {min} {unit}", "en az {min} {unit}");

    /// <summary>A number of units that nobody has stated.</summary>
    public static readonly Template QuantityAssumed = new(
        "quantity.assumed", "{quantity} (assumed)", "{quantity} (условно)", "{quantity} (varsayım)");

    /// <summary>A line with a unit price.</summary>
    public static readonly Template LinePriced = new("line.priced", "{quantity} × {price}", "{quantity} × {price}", "{quantity} × {price}");

    /// <summary>A line that is free or on request.</summary>
    public static readonly Template LineUnpriced = new("line.unpriced", "{quantity}, {price}", "{quantity}, {price}", "{quantity}, {price}");

    /// <summary>When a line is needed: the names of the values of facts with which it is.</summary>
    public static readonly Template LineWhen = new("line.when", "only if: {values}", "при условии: {values}", "yalnızca şu durumda: {values}");

    /// <summary>A value of a fact with which a line is needed.</summary>
    public static readonly Template LineWhenValue = new("line.when.value", "“{value}”", "«{value}»", "“{value}”");

    /// <summary>All templates, by key.</summary>
    public static ImmutableArray<Template> All => Catalogue.All;

    /// <summary>The template with this key, or null.</summary>
    public static Template? Find(string key) => Catalogue.ByKey.GetValueOrDefault(key);

    // Made once all fields of all parts of the class have their values.
    private static class Catalogue
    {
        public static readonly ImmutableArray<Template> All =
        [
            .. typeof(Templates).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => field.GetValue(null))
                .OfType<Template>()
                .OrderBy(template => template.Key, StringComparer.Ordinal)
        ];

        public static readonly FrozenDictionary<string, Template> ByKey = All.ToFrozenDictionary(template => template.Key, StringComparer.Ordinal);
    }
}
