using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.ExchangeRates;

public sealed class BulletinParserPriceTests
{
    [Theory]
    [InlineData("48.6116", "48.6116")]
    [InlineData("48,6116", "48.6116")]
    [InlineData("048,61160", "48.61160")]
    [InlineData("48", "48")]
    [InlineData("48.61", "48.61")]
    [InlineData("\n  48,6116\t", "48.6116")]
    [InlineData("<!-- since noon -->48.6116", "48.6116")]
    [InlineData("<![CDATA[48.6116]]>", "48.6116")]
    [InlineData("&#52;8.6116", "48.6116")]
    [InlineData("48.61161234567890123456789", "48.61161234567890123456789")]
    [InlineData("0.000001", "0.000001")]
    public void Parse_PriceWithPointOrComma_IsReadToItsLastDigit(string written, string buying) =>
        Assert.Equal($"USD 1 {buying} 48.6992", BulletinXml.Lines(BulletinXml.Right(BulletinXml.Change("48.6116", written))).Last());

    [Fact]
    public void Parse_CommasThroughout_GivesTheSameBulletin()
    {
        var text = BulletinXml.Small();
        foreach (var price in new[] { "48.6116", "48.6992", "30.7666", "30.9704" })
        {
            text = text.Replace(price, price.Replace('.', ','));
        }

        Assert.Equal(BulletinXml.Right(BulletinXml.Small()).Rates, BulletinXml.Right(text).Rates);
    }

    [Theory]
    [InlineData("1,234.56")]
    [InlineData("1.234,56")]
    [InlineData("1,234,567")]
    [InlineData("48.61.16")]
    [InlineData("48..6")]
    [InlineData("48 .6")]
    [InlineData("4 8")]
    [InlineData("48'6")]
    [InlineData("48٫6")]
    [InlineData("٤٨")]
    [InlineData(".5")]
    [InlineData(",5")]
    [InlineData("48.")]
    [InlineData("48,")]
    [InlineData(".")]
    [InlineData("-48.6116")]
    [InlineData("+48.6116")]
    [InlineData("−48.6116")]
    [InlineData("4.86116e1")]
    [InlineData("0x30")]
    [InlineData("$48")]
    [InlineData("48.6116 TL")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("48.611612345678901234567890123")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Parse_AnythingElseForAPrice_IsAFault(string written)
    {
        BulletinXml.Wrong(BulletinXml.Change("48.6116", written), 6, $"ForexBuying '{written}' is not a plain number with one decimal point or comma");
        BulletinXml.Wrong(BulletinXml.Change("48.6992", written), 7, $"ForexSelling '{written}' is not a plain number with one decimal point or comma");
    }

    [Fact]
    public void Parse_EndlessNumber_IsShownShortened() =>
        BulletinXml.Wrong(
            BulletinXml.Change("48.6116", new string('1', 100_000)), 6, "ForexBuying '1111111111111111111111111111111111111111…' is not");

    [Theory]
    [InlineData("<Unit>1</Unit>", "1")]
    [InlineData("<Unit> 001 </Unit>", "1")]
    [InlineData("<Unit>1000000</Unit>", "1000000")]
    public void Parse_Unit_IsRead(string unit, string read)
    {
        var text = BulletinXml.Change("<Unit>100</Unit>", unit).Replace("30.", "9999.");

        Assert.StartsWith($"JPY {read} ", BulletinXml.Lines(BulletinXml.Right(text)).First());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1000001")]
    [InlineData("99999999999999")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("1,000")]
    [InlineData("1e2")]
    [InlineData("١")]
    [InlineData("one")]
    public void Parse_BadUnit_IsAFault(string unit) =>
        BulletinXml.Wrong(
            BulletinXml.Change("<Unit>100</Unit>", $"<Unit>{unit}</Unit>"), 12, $"Unit '{unit}' is not a whole number from 1 to 1000000");

    [Theory]
    [InlineData("<Unit></Unit>")]
    [InlineData("<Unit/>")]
    [InlineData("")]
    public void Parse_RateWithoutAUnit_IsAFault(string unit) =>
        BulletinXml.Wrong(BulletinXml.Change("<Unit>100</Unit>", unit), 11, "JPY has a rate, but no Unit");

    [Fact]
    public void Parse_NeitherRateNorUnit_IsNoFault() =>
        BulletinXml.Right(BulletinXml.Change("CurrencyCode=\"RUB\">\n        <Unit>1</Unit>", "CurrencyCode=\"RUB\">"));

    [Fact]
    public void Parse_BuyingAboveSelling_IsAFault() =>
        BulletinXml.Wrong(BulletinXml.Change("48.6116", "48,69921"), 3, "ForexBuying 48.69921 of USD is above ForexSelling 48.6992");

    [Fact]
    public void Parse_BuyingAndSellingTheSame_IsNoFault() => BulletinXml.Right(BulletinXml.Change("48.6116", "48.69920"));

    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("0,0000009")]
    public void Parse_PriceBelowTheBounds_IsAFault(string price) =>
        BulletinXml.Wrong(
            BulletinXml.Change("48.6116", price), 3,
            $"ForexBuying {price.Replace(',', '.')} for 1 is out of bounds: one unit is worth 0.000001 to 10000 lira");

    [Theory]
    [InlineData("10000.0001")]
    [InlineData("9999999999999999999999999999")]
    public void Parse_PriceAboveTheBounds_IsAFault(string price) =>
        BulletinXml.Wrong(
            BulletinXml.Change("48.6992", price), 3, $"ForexSelling {price} for 1 is out of bounds: one unit is worth 0.000001 to 10000 lira");

    [Theory]
    [InlineData("0.000099", "30.9704", "ForexBuying 0.000099 for 100 is out of bounds")]
    [InlineData("30.7666", "1000000.01", "ForexSelling 1000000.01 for 100 is out of bounds")]
    public void Parse_PriceOfManyUnitsOutOfBounds_IsAFault(string buying, string selling, string reason) =>
        BulletinXml.Wrong(BulletinXml.Change("30.7666", buying).Replace("30.9704", selling), 11, reason);

    [Fact]
    public void Parse_PricesOfManyUnitsAtTheBounds_AreNoFault() =>
        BulletinXml.Right(BulletinXml.Change("30.7666", "0.0001").Replace("30.9704", "1000000"));

    [Fact]
    public void Parse_BothPricesOutOfBounds_AreBothFound() =>
        Assert.Equal(2, BulletinXml.Read(BulletinXml.Change("48.6116", "0").Replace("48.6992", "0")).Faults.Length);

    [Theory]
    [InlineData("Unit", "1", 4)]
    [InlineData("ForexBuying", "48.6116", 6)]
    [InlineData("ForexSelling", "48.6992", 7)]
    public void Parse_FieldTwiceOrHoldingAnElement_IsAFault(string name, string value, int line)
    {
        var field = $"<{name}>{value}</{name}>";
        var row = BulletinXml.Small().Split('\n').First(line => line.Contains(field));

        BulletinXml.Wrong(Once(row, $"{row}{field}"), line, $"{name} stands twice");
        BulletinXml.Wrong(Once(row, $"<{name}><b>{value}</b></{name}>"), line, $"{name} holds another element, not a number");
    }

    // The first place only: units stand several times.
    private static string Once(string from, string to)
    {
        var text = BulletinXml.Small();
        var place = text.IndexOf(from, StringComparison.Ordinal);
        return text[..place] + to + text[(place + from.Length)..];
    }
}
