using System.Globalization;
using CostEstimator.Pricing.Tests.Sketches;
using FsCheck;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>Random facts, conditions, rules and items, with amounts and days that often coincide.</summary>
internal static class RandomParts
{
    private static readonly DateOnly MiddleDay = new(2026, 6, 15);

    /// <summary>An amount of money, in any currency.</summary>
    public static Gen<decimal> Amount { get; } = Gen.Elements(0m, 0m, 0m, 0m, 100m, 100m, 100m, 200m, 350m, 999.99m, 0.01m);

    /// <summary>A day between two days before the middle of the year and two after; rules begin and end there too.</summary>
    public static Gen<string> Day { get; } = Gen.Choose(-2, 2).Select(Text);

    /// <summary>Facts of <paramref name="min"/> to <paramref name="max"/> values: <c>a=a1|a2</c>, <c>b=b1|b2|b3</c>, …</summary>
    public static Gen<string[]> Facts(int count, int min, int max) => Gen.CollectToArray(
        Enumerable.Range('a', count),
        letter => Gen.Choose(min, max)
            .Select(values => $"{(char)letter}={string.Join('|', Enumerable.Range(1, values).Select(value => $"{(char)letter}{value}"))}"));

    /// <summary>Conditions on some of these facts, each on one or more of the fact's values.</summary>
    public static Gen<string> Conditions(IEnumerable<string> facts) =>
        from count in Gen.Frequency((2, Gen.Constant(0)), (5, Gen.Constant(1)), (3, Gen.Constant(2)), (1, Gen.Constant(3)))
        from shuffled in Gen.Shuffle(facts)
        from conditions in Gen.CollectToArray(shuffled.Take(count), Condition)
        select string.Join(';', conditions);

    public static Gen<RuleSketch[]> Rules(int min, int max, string treatment, IEnumerable<string> facts) =>
        from rules in ArrayOf(min, max, Rule(treatment, facts))
        select rules.Select((rule, number) => rule with { Code = $"{treatment}-r{number}" }).ToArray();

    /// <summary>An item that one time in three depends on some of these facts.</summary>
    public static Gen<string> Item(string treatment, IEnumerable<string> facts) =>
        from min in Gen.Elements(1, 1, 2, 3, 3, 4, 7)
        from quantity in Gen.Frequency((3, Gen.Constant($"{min}")), (2, Gen.Constant($"{min}-{min + 2}")), (1, Gen.Constant($"{min}-")))
        from conditions in Gen.Frequency((2, Gen.Constant(string.Empty)), (1, Conditions(facts)))
        select $"{treatment}:{quantity}" + (conditions.Length == 0 ? string.Empty : $" if {conditions}");

    /// <summary>Some of these facts, each with one of its values.</summary>
    public static Gen<string[]> Stated(IEnumerable<string> facts) => Gen
        .CollectToArray(facts, fact => Gen.Frequency(
            (4, Gen.Constant(string.Empty)), (1, Gen.Elements(ValuesOf(fact)).Select(value => $"{fact[0]}={value}"))))
        .Select(stated => stated.Where(text => text.Length > 0).ToArray());

    public static Gen<T[]> ArrayOf<T>(int min, int max, Gen<T> element) => Gen.Choose(min, max).SelectMany(count => element.ArrayOf(count));

    public static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    public static string Text(int daysFromMiddle) =>
        MiddleDay.AddDays(daysFromMiddle).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Gen<RuleSketch> Rule(string treatment, IEnumerable<string> facts) =>
        from conditions in Conditions(facts)
        from low in Amount
        from more in Amount
        from high in Gen.Frequency((12, Gen.Constant(Text(low))), (12, Gen.Constant(Text(low + more))), (1, Gen.Constant<string>(null!)))
        from validity in Validity()
        from source in Gen.Elements("leaflet", "website")
        select new RuleSketch(string.Empty, treatment, Text(low), high, conditions, validity.From, validity.To, source);

    private static Gen<string> Condition(string fact) =>
        from values in Gen.SubListOf(ValuesOf(fact)).Where(values => values.Count > 0)
        select $"{fact[0]}={string.Join('|', values)}";

    private static Gen<(string? From, string? To)> Validity() =>
        from first in Gen.Choose(-2, 1)
        from days in Gen.Choose(1, 3)
        from isFromKnown in Gen.Elements(true, false, false)
        from isToKnown in Gen.Elements(true, false, false)
        select (isFromKnown ? Text(first) : null, isToKnown ? Text(first + days) : null);

    private static string[] ValuesOf(string fact) => fact[2..].Split('|');
}
