using System.Globalization;
using System.Text.RegularExpressions;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Estimates;

/// <summary>Understands the query of an estimate.</summary>
internal static partial class EstimateQueryReader
{
    /// <summary>Reads a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="problem">What was not understood; null: nothing.</param>
    public static RequestDraft? Read(EstimateQuery query, out Problem? problem)
    {
        var faults = new List<Fault>();
        var draft = new RequestDraft
        {
            Items = [.. query.Item.Select(item => ItemOf(item, faults)).OfType<DraftItem>()],
            ItemsPlace = Place.Of("item"),
            Programme = CodeOf("programme", query.Programme),
            Facts = [.. query.Fact.Select(fact => FactOf(fact, faults)).OfType<DraftFact>()],
            Currency = CodeOf("currency", query.Currency),
            Language = CodeOf("language", query.Language),
            On = DayOf(query.On, faults),
        };
        problem = faults.Count == 0 ? null : Problem.Of(faults);
        return problem is null ? draft : null;
    }

    /// <summary>Reads a day of a query; nothing is no day.</summary>
    public static DateOnly? DayOf(string? text, List<Fault> faults)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        faults.Add(Fault.Of(ProblemKind.BadParameter, Place.Of("on"), Templates.BadDay, ("text", Place.Shown(text))));
        return null;
    }

    private static DraftItem? ItemOf(string text, List<Fault> faults)
    {
        var place = Place.Of("item");
        var parts = ItemForm().Match(text);
        if (!parts.Success)
        {
            faults.Add(Fault.Of(ProblemKind.BadParameter, place, Templates.BadItem, ("text", Place.Shown(text))));
            return null;
        }

        var treatment = new DraftCode(parts.Groups["treatment"].Value, place);
        if (!parts.Groups["min"].Success)
        {
            return new DraftItem(treatment, null);
        }

        var min = CountOf(parts.Groups["min"]);
        int? max = parts.Groups["max"].Success ? CountOf(parts.Groups["max"]) : parts.Groups["dash"].Success ? null : min;
        return new DraftItem(treatment, new DraftQuantity(min, max, place, place));
    }

    // A number too great for an int is too great for a quantity, too.
    private static int CountOf(Group digits) =>
        int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : int.MaxValue;

    private static DraftFact? FactOf(string text, List<Fault> faults)
    {
        var place = Place.Of("fact");
        if (text.Split(':') is [{ Length: > 0 } fact, { Length: > 0 } value])
        {
            return new DraftFact(fact, value, place);
        }

        faults.Add(Fault.Of(ProblemKind.BadParameter, place, Templates.BadFact, ("text", Place.Shown(text))));
        return null;
    }

    private static DraftCode? CodeOf(string parameter, string? text) => text is null ? null : new DraftCode(text, Place.Of(parameter));

    [GeneratedRegex(@"\A(?<treatment>[^:]+)(:(?<min>[0-9]+)((?<dash>-)(?<max>[0-9]+)?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ItemForm();
}
