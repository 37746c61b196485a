using CostEstimator.Storage.Tests.Fixtures;
using NodaMoney;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class PriceRulesFileAmountTests
{
    private const string File = "price-rules.csv";

    [Theory]
    [InlineData("1500,50")]
    [InlineData("1,500")]
    [InlineData("1.500,00")]
    [InlineData("1.500.00")]
    [InlineData("1e3")]
    [InlineData("1E3")]
    [InlineData("+5")]
    [InlineData("-5")]
    [InlineData("-0")]
    [InlineData("5-")]
    [InlineData("(5)")]
    [InlineData(" 5")]
    [InlineData("5 ")]
    [InlineData("1 500")]
    [InlineData("1\u00A0500")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData(" ")]
    [InlineData("$5")]
    [InlineData("0x10")]
    [InlineData("١٢")]
    [InlineData("NaN")]
    [InlineData("from 5")]
    [InlineData("1.0000000000000000000000000000000001")]
    [InlineData("0.0999999999999999999999999999999999")]
    [InlineData("100000000000000000000000000000000000")]
    public void Read_BadNumber_IsAFaultInEitherColumn(string amount) =>
        Expect.Faults(
            DataSet.Small().Append(File, $"r,transplant,,USD,\"{amount}\",\"{amount}\",,,list,").Read(),
            (File, 6, $"low '{amount}' is not a plain number with a decimal point"),
            (File, 6, $"high '{amount}' is not a plain number with a decimal point"));

    [Theory]
    [InlineData("USD", "0.005")]
    [InlineData("USD", "1500.001")]
    [InlineData("JPY", "1500.5")]
    [InlineData("KWD", "1.0005")]
    public void Read_MoreDecimalsThanTheCurrencyHas_IsAFaultInEitherColumn(string currency, string amount) =>
        Expect.Faults(
            DataSet.Small().Append(File, $"r,transplant,,{currency},{amount},{amount},,,list,").Read(),
            (File, 6, $"low '{amount}' has more decimals than {currency} has"),
            (File, 6, $"high '{amount}' has more decimals than {currency} has"));

    [Theory]
    [InlineData("10000000000.01")]
    [InlineData("1000000000001")]
    [InlineData("99999999999999999999")]
    public void Read_TooLarge_IsAFaultInEitherColumn(string amount) =>
        Expect.Faults(
            DataSet.Small().Append(File, $"r,transplant,,USD,{amount},{amount},,,list,").Read(),
            (File, 6, $"low '{amount}' is above 10000000000"),
            (File, 6, $"high '{amount}' is above 10000000000"));

    [Theory]
    [InlineData("USD", "0", "0")]
    [InlineData("USD", "0.01", "0.01")]
    [InlineData("USD", "0.10", "0.1")]
    [InlineData("USD", "0001.5", "1.5")]
    [InlineData("USD", "10000000000", "10000000000")]
    [InlineData("JPY", "1500.0", "1500")]
    [InlineData("JPY", "10000000000", "10000000000")]
    [InlineData("KWD", "1.001", "1.001")]
    [InlineData("CLF", "9999999999.9999", "9999999999.9999")]
    public void Read_PlainNumber_IsExactInEitherColumn(string currency, string written, string amount)
    {
        var data = DataSet.Small().Append(File, $"r,transplant,,{currency},{written},{written},,,list,").Data();

        var expected = new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency);
        Assert.Equal(expected, data.List.FindRule("r")!.Range.Low);
        Assert.Equal(expected, data.List.FindRule("r")!.Range.High);
    }

    [Fact]
    public void Read_UnknownCurrency_StillChecksTheNumbers() =>
        Expect.Faults(
            DataSet.Small().Append(File, "r,transplant,,AAA,9.99999,8,,,list,").Append(File, "s,transplant,,AAA,x,1.23456,,,list,").Read(),
            (File, 6, "currency 'AAA'"),
            (File, 6, "low 9.99999 is above high 8"),
            (File, 7, "currency 'AAA'"),
            (File, 7, "low 'x'"));
}
