namespace NodaMoney.Polyfill.Tests;

public sealed class MoneyComparisonTests
{
    private static readonly Money FiveEuros = new(5m, "EUR");
    private static readonly Money TenEuros = new(10m, "EUR");
    private static readonly Money TenDollars = new(10m, "USD");
    private static readonly Money NoDollars = new(0m, "USD");

    [Fact]
    public void Equality_SameAmountAndCurrency_IsEqualWhateverTheScale()
    {
        var one = new Money(1.0m, "EUR");
        var other = new Money(1.00m, "EUR");

        Assert.True(one == other);
        Assert.False(one != other);
        Assert.True(one.Equals(other));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Equality_OtherAmount_IsUnequal()
    {
        Assert.False(FiveEuros == TenEuros);
        Assert.True(FiveEuros != TenEuros);
        Assert.False(FiveEuros.Equals((object)TenEuros));
        Assert.False(TenEuros == -TenEuros);
    }

    [Fact]
    public void Equality_OtherCurrency_IsUnequalAndDoesNotThrow()
    {
        Assert.False(TenEuros == TenDollars);
        Assert.True(TenEuros != TenDollars);
        Assert.False(TenEuros.Equals(TenDollars));
        Assert.False(TenEuros.Equals((object)TenDollars));
    }

    [Fact]
    public void Equality_OtherType_IsUnequal()
    {
        Assert.False(TenEuros.Equals(new object()));
        Assert.False(TenEuros.Equals((object?)null));
    }

    [Fact]
    public void Comparison_SmallerWithGreater_FollowsTheAmounts()
    {
        Assert.True(FiveEuros < TenEuros);
        Assert.True(FiveEuros <= TenEuros);
        Assert.False(FiveEuros > TenEuros);
        Assert.False(FiveEuros >= TenEuros);
        Assert.True(FiveEuros.CompareTo(TenEuros) < 0);
        Assert.True(TenEuros.CompareTo(FiveEuros) > 0);
        Assert.True(-TenEuros < -FiveEuros);
    }

    [Fact]
    public void Comparison_SameAmountAtAnotherScale_IsATie()
    {
        var same = new Money(10.00m, "EUR");

        Assert.False(TenEuros < same);
        Assert.True(TenEuros <= same);
        Assert.False(TenEuros > same);
        Assert.True(TenEuros >= same);
        Assert.Equal(0, TenEuros.CompareTo(same));
    }

    [Fact]
    public void Comparison_OtherCurrency_ThrowsInvalidCurrency()
    {
        Assert.Throws<InvalidCurrencyException>(() => TenEuros < TenDollars);
        Assert.Throws<InvalidCurrencyException>(() => TenEuros <= TenDollars);
        Assert.Throws<InvalidCurrencyException>(() => TenEuros > TenDollars);
        Assert.Throws<InvalidCurrencyException>(() => TenEuros >= TenDollars);
        Assert.Throws<InvalidCurrencyException>(() => TenEuros.CompareTo(TenDollars));
    }

    [Fact]
    public void Comparison_ZeroInOtherCurrency_FollowsTheAmounts()
    {
        Assert.True(TenEuros > NoDollars);
        Assert.True(NoDollars < TenEuros);
        Assert.True(-TenEuros < NoDollars);
        Assert.Equal(0, NoDollars.CompareTo(new Money(0m, "EUR")));
    }

    [Fact]
    public void Sorting_SameCurrency_GoesFromSmallToGreat()
    {
        Money[] sorted = [TenEuros, -TenEuros, FiveEuros];

        Array.Sort(sorted);

        Assert.Equal([-TenEuros, FiveEuros, TenEuros], sorted);
    }
}
