using NodaMoney;

namespace CostEstimator.Storage.Tests;

public sealed class MinorUnitsTests
{
    public static TheoryData<string, string, long> Amounts => new()
    {
        { "USD", "0", 0 },
        { "USD", "0.01", 1 },
        { "USD", "1600.50", 160_050 },
        { "USD", "1000000000000", 100_000_000_000_000 },
        { "JPY", "1500", 1_500 },
        { "KWD", "1.001", 1_001 },
        { "CLF", "999999999999.9999", 9_999_999_999_999_999 },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void OfAndToMoney_AnyAmount_AreExactOpposites(string currency, string amount, long minorUnits)
    {
        var money = new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency);

        Assert.Equal(minorUnits, MinorUnits.Of(money));
        Assert.Equal(money, MinorUnits.ToMoney(minorUnits, currency));
    }
}
