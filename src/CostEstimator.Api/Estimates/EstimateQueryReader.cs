using System.Globalization;
using System.Text.RegularExpressions;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;

namespace CostEstimator.Api.Estimates;

/// <summary>Understands the query of an estimate.</summary>
internal static partial class EstimateQueryReader
{
    /// <summary>Reads a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="problem">What was not understood; null: nothing.</param>
    public static RequestDraft? Read(EstimateQuery query, out Problem? problem)
    {
        var faults = new List<(ProblemKind, ProblemErrorResponse)>();
        var draft = new RequestDraft
        {
            Items = [.. query.Item.Select(item => ItemOf(item, faults)).OfType<DraftItem>()],
            ItemsPlace = Place.Of("item"),
            Facts = [.. query.Fact.Select(fact => FactOf(fact, faults)).OfType<DraftFact>()],
            Currency = CodeOf("currency", query.Currency),
            Language = CodeOf("language", query.Language),
            On = DayOf(query.On, faults),
        };
        problem = faults.Count == 0 ? null : Problem.Of(faults);
        return problem is null ? draft : null;
    }

    /// <summary>Reads a day of a query; nothing is no day.</summary>
    public static DateOnly? DayOf(string? text, List<(ProblemKind Kind, ProblemErrorResponse Error)> faults)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        faults.Add((ProblemKind.BadParameter, Place.Of("on").Error($"'{Place.Shown(text)}' is not a day of the form yyyy-MM-dd, such as 2026-11-22.")));
        return null;
    }

    private static DraftItem? ItemOf(string text, List<(ProblemKind, ProblemErrorResponse)> faults)
    {
        var place = Place.Of("item");
        var parts = ItemForm().Match(text);
        if (!parts.Success)
        {
            faults.Add((ProblemKind.BadParameter, place.Error(
                $"'{Place.Shown(text)}' is not an item. Write a treatment alone or with a quantity: chemotherapy, chemotherapy:4, chemotherapy:4-6, chemotherapy:4- for at least 4.")));
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

    private static DraftFact? FactOf(string text, List<(ProblemKind, ProblemErrorResponse)> faults)
    {
        var place = Place.Of("fact");
        if (text.Split(':') is [{ Length: > 0 } fact, { Length: > 0 } value])
        {
            return new DraftFact(fact, value, place);
        }

        faults.Add((ProblemKind.BadParameter, place.Error($"'{Place.Shown(text)}' is not a fact and its value. Write fact:value, such as donor:related.")));
        return null;
    }

    private static DraftCode? CodeOf(string parameter, string? text) => text is null ? null : new DraftCode(text, Place.Of(parameter));

    [GeneratedRegex(@"\A(?<treatment>[^:]+)(:(?<min>[0-9]+)((?<dash>-)(?<max>[0-9]+)?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ItemForm();
}
