using System.Globalization;

namespace CostEstimator.Storage.Tests;

public sealed class ExactDecimalTests
{
    [Theory]
    [InlineData("48.6116", "48.6116")]
    [InlineData("48.61160", "48.6116")]
    [InlineData("100", "100")]
    [InlineData("100.00", "100")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    public void Parse_FormattedNumber_GivesItToItsLastDigit(string number, string text)
    {
        var exact = decimal.Parse(number, CultureInfo.InvariantCulture);

        Assert.Equal(text, ExactDecimal.Format(exact));
        Assert.Equal(exact, ExactDecimal.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("48,6")]
    [InlineData("48.60")]
    [InlineData("048.6")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("-1")]
    [InlineData("1e2")]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("79228162514264337593543950336")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => ExactDecimal.Parse(text));
}
