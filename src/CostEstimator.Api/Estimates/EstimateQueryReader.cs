using System.Globalization;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Estimates;

/// <summary>Understands the query of an estimate.</summary>
internal static class EstimateQueryReader
{
    /// <summary>Reads a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="problem">What was not understood; null: nothing.</param>
    public static RequestDraft? Read(EstimateQuery query, out Problem? problem)
    {
        var faults = new List<Fault>();
        var draft = new RequestDraft
        {
            Items = Each(query.Item, ItemOf, faults),
            ItemsPlace = Place.Of("item"),
            Programme = CodeOf("programme", query.Programme),
            Facts = Each(query.Fact, FactOf, faults),
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

    private static List<T> Each<T>(string[] texts, Func<string, List<Fault>, T?> read, List<Fault> faults)
        where T : class
    {
        var understood = new List<T>(texts.Length);
        foreach (var text in texts)
        {
            if (read(text, faults) is { } one)
            {
                understood.Add(one);
            }
        }

        return understood;
    }

    private static DraftItem? ItemOf(string text, List<Fault> faults)
    {
        var place = Place.Of("item");
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var treatment = new DraftCode(colon < 0 ? text : text[..colon], place);
        if (colon < 0 && text.Length > 0)
        {
            return new DraftItem(treatment, null);
        }

        if (colon > 0 && TryReadQuantity(text.AsSpan(colon + 1), out var min, out var max))
        {
            return new DraftItem(treatment, new DraftQuantity(min, max, place, place));
        }

        faults.Add(Fault.Of(ProblemKind.BadParameter, place, Templates.BadItem, ("text", Place.Shown(text))));
        return null;
    }

    // "4", "4-6", or "4-": at least 4.
    private static bool TryReadQuantity(ReadOnlySpan<char> text, out int min, out int? max)
    {
        var dash = text.IndexOf('-');
        max = null;
        if (!TryReadCount(dash < 0 ? text : text[..dash], out min))
        {
            return false;
        }

        var greatest = min;
        if (dash == text.Length - 1)
        {
            return true;
        }

        var isRead = dash < 0 || TryReadCount(text[(dash + 1)..], out greatest);
        max = greatest;
        return isRead;
    }

    // A number too great for an int is too great for a quantity, too.
    private static bool TryReadCount(ReadOnlySpan<char> digits, out int count)
    {
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            count = 0;
            return false;
        }

        count = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        return true;
    }

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
}
