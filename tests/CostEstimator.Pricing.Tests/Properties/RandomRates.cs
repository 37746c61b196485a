using System.Globalization;
using CostEstimator.Pricing.Tests.Sketches;
using FsCheck;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>Random bulletins, with units and rates of every kind: also odd ones, and such that quotients often come out even.</summary>
internal static class RandomRates
{
    private const decimal LeastOfOne = 0.000001m;
    private const decimal GreatestOfOne = 10_000m;

    /// <summary>Currencies that the bank quotes: some without a minor unit, some with three digits.</summary>
    private static readonly string[] Quoted = ["USD", "EUR", "JPY", "KWD", "RUB"];

    private static readonly Gen<(decimal Buying, decimal Selling)> Plain = Gen.Elements<(decimal, decimal)>(
        (1, 1), (3, 3), (2, 3), (3, 7), (7, 7), (0.3m, 0.3m), (0.3m, 0.7m), (0.25m, 0.5m), (30, 35), (9, 21));

    private static readonly Gen<(decimal Buying, decimal Selling)> Crooked =
        from decimals in Gen.Choose(0, 6)
        from digits in Gen.Choose(1, 99_999_999)
        from spread in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 999)))
        let scale = new decimal(1, 0, 0, isNegative: false, (byte)decimals)
        select (digits * scale, (digits + spread) * scale);

    private static readonly Gen<string[]> SomeQuoted =
        from count in Gen.Choose(1, Quoted.Length)
        from shuffled in Gen.Shuffle(Quoted)
        select shuffled.Take(count).ToArray();

    public static Gen<string> Currency { get; } = Gen.Elements([.. Quoted, "TRY"]);

    /// <summary>Bulletins of some days, one of them not after any <see cref="RandomParts.Day"/>, each with every currency.</summary>
    public static Gen<BulletinSketch[]> Complete { get; } =
        from before in Gen.Choose(-12, -2)
        from others in Gen.SubListOf(Enumerable.Range(-1, 4))
        from bulletins in Of([before, .. others], Gen.Constant(Quoted))
        select bulletins;

    /// <summary>Bulletins of some days or of none, or too late, each with some currencies.</summary>
    public static Gen<BulletinSketch[]> Lacking { get; } =
        from some in Gen.SubListOf(Enumerable.Range(-4, 7))
        from days in Gen.Frequency((8, Gen.Constant(some.ToArray())), (1, Gen.Constant<int[]>([3])), (1, Gen.Constant<int[]>([])))
        from bulletins in Of(days, SomeQuoted)
        select bulletins;

    private static Gen<BulletinSketch[]> Of(IEnumerable<int> days, Gen<string[]> currencies) =>
        from shuffled in Gen.Shuffle(days)
        from bulletins in Gen.CollectToArray(shuffled, day => Bulletin(day, currencies))
        select bulletins;

    private static Gen<BulletinSketch> Bulletin(int day, Gen<string[]> currencies) =>
        from quoted in currencies
        from rates in Gen.CollectToArray(quoted, Rate)
        select new BulletinSketch(string.Create(CultureInfo.InvariantCulture, $"2026/{100 + day}"), RandomParts.Text(day), rates);

    private static Gen<RateSketch> Rate(string currency) =>
        from unit in Gen.Elements(1, 1, 1, 7, 10, 100, 100, 1000)
        from price in Gen.Frequency((3, Plain), (2, Crooked))
            .Where(price => price.Buying >= LeastOfOne * unit && price.Selling <= GreatestOfOne * unit)
        select new RateSketch(currency, RandomParts.Text(price.Buying), RandomParts.Text(price.Selling), unit);
}
