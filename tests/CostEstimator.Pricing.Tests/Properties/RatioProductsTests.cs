using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.Tests.BruteForce;
using FsCheck;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>The engine's fractions, beside those of the brute force.</summary>
public sealed class RatioProductsTests
{
    // Few digits and few decimals, so that products are often equal, or whole.
    private static readonly Gen<decimal> Number =
        from digits in Gen.Frequency((1, Gen.Choose(1, 12)), (1, Gen.Choose(1, 99_999)))
        from scale in Gen.Choose(0, 6)
        select new decimal(digits, 0, 0, isNegative: false, (byte)scale);

    private static readonly Gen<Product> Products =
        from amount in Gen.Frequency((1, Gen.Constant(0m)), (9, Number))
        from price in Number
        from unit in Gen.Elements(1, 7, 100)
        from otherPrice in Number
        from otherUnit in Gen.Elements(1, 7, 1000)
        select new Product(amount, (price, unit), (otherPrice, otherUnit));

    // On both sides of what 128 bits hold, with products that a decimal still does.
    private static readonly Gen<Product> WideProducts =
        from high in Gen.Choose(0, 999_999)
        from low in Gen.Choose(1, 999_999_999)
        let digits = (high * 1_000_000_000m) + low
        from scale in Gen.Choose(0, 28)
        from price in Gen.Choose(1, 999_999_999)
        from otherPrice in Gen.Choose(1, 999_999_999)
        from units in Gen.Two(Gen.Elements(1, 7, 1_000_000))
        let product = new Product(digits * Least(scale), (price * Least(4), units.Item1), (otherPrice * Least(4), units.Item2))
        where product.Exact <= Fraction.Of(1_000_000_000_000_000_000)
        select product;

    [Fact]
    public void TimesDownAndUp_AnyNumbers_AreThoseOfTheBruteForce() => Check.ForAll(Products.ToArbitrary(), 1000, AssertExact);

    [Fact]
    public void TimesDownAndUp_NumbersOfManyDigits_AreThoseOfTheBruteForce() => Check.ForAll(WideProducts.ToArbitrary(), 3000, AssertExact);

    [Fact]
    public void CompareProducts_AnyNumbers_IsThatOfTheBruteForce() => Check.ForAll(Gen.Zip(Products, Products).ToArbitrary(), 1000, pair =>
    {
        var (left, right) = pair;
        Assert.Equal(
            left.Exact.CompareTo(right.Exact), Math.Sign(Ratio.CompareProducts(left.Amount, left.Ratio, right.Amount, right.Ratio)));
    });

    private static void AssertExact(Product product)
    {
        int[] decimals = [0, 2, 3, 4, 10];
        Assert.Equal(decimals.Select(product.Exact.Down), decimals.Select(digits => product.Ratio.TimesDown(product.Amount, digits)));
        Assert.Equal(decimals.Select(product.Exact.Up), decimals.Select(digits => product.Ratio.TimesUp(product.Amount, digits)));
    }

    private static decimal Least(int scale) => new(1, 0, 0, isNegative: false, (byte)scale);

    private sealed record Product(decimal Amount, (decimal Price, int Unit) Dividend, (decimal Price, int Unit) Divisor)
    {
        public Ratio Ratio => new(Dividend, Divisor);

        public Fraction Exact => Fraction.Of(Amount)
            * Fraction.Of(Dividend.Price)
            * Fraction.Of(Dividend.Unit)
            / (Fraction.Of(Divisor.Price) * Fraction.Of(Divisor.Unit));
    }
}
