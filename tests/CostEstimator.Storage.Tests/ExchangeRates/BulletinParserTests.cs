using System.Text;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.ExchangeRates;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.ExchangeRates;

public sealed class BulletinParserTests
{
    private const string Root = """<Tarih_Date Tarih="18.09.2026" Date="09/18/2026" Bulten_No="2026/176">""";
    private const string Dollar = """<Currency CrossOrder="0" Kod="USD" CurrencyCode="USD">""";

    [Fact]
    public void Parse_SmallBulletin_GivesItsDayNumberAndRates()
    {
        var bulletin = BulletinXml.Right(BulletinXml.Small());

        Assert.Equal("2026/176", bulletin.Number);
        Assert.Equal(new DateOnly(2026, 9, 18), bulletin.Day);
        Assert.Equal(["JPY 100 30.7666 30.9704", "USD 1 48.6116 48.6992"], BulletinXml.Lines(bulletin));
    }

    [Theory]
    [InlineData("""Tarih="18.09.2026" """, "", "Tarih is missing")]
    [InlineData("""Tarih="18.09.2026" """, """Tarih="" """, "Tarih is missing")]
    [InlineData("""Tarih="18.09.2026" """, """Tarih="18.9.2026" """, "Tarih '18.9.2026' is not a day of the form dd.MM.yyyy")]
    [InlineData("""Tarih="18.09.2026" """, """Tarih="2026-09-18" """, "Tarih '2026-09-18' is not a day of the form dd.MM.yyyy")]
    [InlineData("""Tarih="18.09.2026" """, """Tarih="31.09.2026" """, "Tarih '31.09.2026' is not a day")]
    [InlineData("""Tarih="18.09.2026" """, """Tarih="18.09.26" """, "Tarih '18.09.26' is not a day")]
    [InlineData("""Tarih="18.09.2026" """, """Tarih="١٨.٠٩.٢٠٢٦" """, "is not a day")]
    [InlineData("""Date="09/18/2026" """, "", "Date is missing")]
    [InlineData("""Date="09/18/2026" """, """Date="18/09/2026" """, "Date '18/09/2026' is not a day of the form MM/dd/yyyy")]
    [InlineData("""Date="09/18/2026" """, """Date="09.18.2026" """, "Date '09.18.2026' is not a day of the form MM/dd/yyyy")]
    [InlineData("""Date="09/18/2026" """, """Date="09/19/2026" """, "Tarih is 2026-09-18, but Date is 2026-09-19; they must be the same day")]
    [InlineData("""Bulten_No="2026/176">""", ">", "Bulten_No is missing")]
    [InlineData("""Bulten_No="2026/176">""", """Bulten_No=" ">""", "Bulten_No is missing")]
    [InlineData("""Bulten_No="2026/176">""", """Bulten_No="2026&#10;176">""", "is not the number of a bulletin, such as 2026/176")]
    [InlineData(
        """Bulten_No="2026/176">""",
        """Bulten_No="123456789 123456789 123456789 123456789 123456789 1">""",
        "Bulten_No '123456789 123456789 123456789 123456789 …' is not")]
    public void Parse_BadAttributeOfTheRoot_IsAFault(string from, string to, string reason) =>
        BulletinXml.Wrong(BulletinXml.Change(from, to), 2, reason);

    [Fact]
    public void Parse_DayAndMonthThatCouldBeEither_AreReadInTheirForms() =>
        Assert.Equal(
            new DateOnly(2026, 3, 4),
            BulletinXml.Right(BulletinXml.Change("""Tarih="18.09.2026" Date="09/18/2026" """, """Tarih="04.03.2026" Date="03/04/2026" """)).Day);

    [Theory]
    [InlineData("<Tarih_Date ", "</Tarih_Date>", "<Bulletin ", "</Bulletin>", "'Bulletin'")]
    [InlineData("<Tarih_Date ", "</Tarih_Date>", "<tarih_date ", "</tarih_date>", "'tarih_date'")]
    [InlineData("<Tarih_Date ", "</Tarih_Date>", "<Tarih_Date xmlns='urn:x' ", "</Tarih_Date>", "'{urn:x}Tarih_Date'")]
    public void Parse_AnotherRoot_IsTheOnlyFault(string start, string end, string otherStart, string otherEnd, string name) =>
        BulletinXml.Wrong(
            BulletinXml.Small().Replace(start, otherStart).Replace(end, otherEnd).Replace("09/18/2026", "x"),
            2, $"the outermost element is {name}, not 'Tarih_Date': this is not a bulletin");

    [Theory]
    [InlineData("""<Currency CrossOrder="0">""", "a currency has no CurrencyCode")]
    [InlineData("""<Currency Kod="" CurrencyCode=" ">""", "a currency has no CurrencyCode")]
    [InlineData("""<Currency Kod="EUR" CurrencyCode="USD">""", "CurrencyCode is 'USD', but Kod is 'EUR'; they must be the same")]
    [InlineData("""<Currency Kod="XDR" CurrencyCode="USD">""", "CurrencyCode is 'USD', but Kod is 'XDR'; they must be the same")]
    [InlineData("""<Currency Kod="TRY" CurrencyCode="TRY">""", "the lira has a rate, but rates are in lira")]
    public void Parse_BadCode_IsAFault(string start, string reason) => BulletinXml.Wrong(BulletinXml.Change(Dollar, start), 3, reason);

    [Theory]
    [InlineData("""<Currency CurrencyCode="USD">""")]
    [InlineData("""<Currency Kod="USD">""")]
    [InlineData("""<Currency Kod="" CurrencyCode="USD">""")]
    [InlineData("""<Currency Kod=" USD " CurrencyCode="USD" Odd="attribute">""")]
    public void Parse_OneOfTheTwoCodes_IsEnough(string start) =>
        Assert.Equal(["JPY", "USD"], Codes(BulletinXml.Right(BulletinXml.Change(Dollar, start))));

    [Theory]
    [InlineData("XDR")]
    [InlineData("usd")]
    [InlineData("TRL")]
    [InlineData("???")]
    public void Parse_CurrencyThatTheProductDoesNotKnow_IsPassedOver(string code)
    {
        var text = BulletinXml.Change(Dollar, Dollar.Replace("USD", code)).Replace("48.6116", "nonsense");

        Assert.Equal(["JPY"], Codes(BulletinXml.Right(text)));
    }

    [Fact]
    public void Parse_CurrencyThatTheProductDoesNotKnowTwice_IsNoFault() =>
        BulletinXml.Right(BulletinXml.Change("Kod=\"RUB\" CurrencyCode=\"RUB\"", "Kod=\"XDR\" CurrencyCode=\"XDR\""));

    [Theory]
    [InlineData("JPY")]
    [InlineData("RUB")]
    public void Parse_CurrencyTwice_IsAFaultOfTheLater(string other)
    {
        var text = BulletinXml.Change($"Kod=\"{other}\" CurrencyCode=\"{other}\"", "Kod=\"USD\" CurrencyCode=\"USD\"");

        BulletinXml.Wrong(text, other == "JPY" ? 11 : 16, "currency USD stands twice");
    }

    [Theory]
    [InlineData("<ForexBuying></ForexBuying>")]
    [InlineData("<ForexBuying/>")]
    [InlineData("<ForexBuying>\n  </ForexBuying>")]
    [InlineData("")]
    public void Parse_BuyingEmptyOrMissing_IsNoRateThatDay(string buying) =>
        Assert.Equal(["JPY"], Codes(BulletinXml.Right(BulletinXml.Change("<ForexBuying>48.6116</ForexBuying>", buying))));

    [Theory]
    [InlineData("<ForexSelling></ForexSelling>")]
    [InlineData("<ForexSelling/>")]
    [InlineData("")]
    public void Parse_SellingEmptyOrMissing_IsNoRateThatDay(string selling) =>
        Assert.Equal(["JPY"], Codes(BulletinXml.Right(BulletinXml.Change("<ForexSelling>48.6992</ForexSelling>", selling))));

    [Fact]
    public void Parse_BadNumberBesideAnEmptyOne_IsStillAFault() =>
        BulletinXml.Wrong(
            BulletinXml.Change("<ForexSelling>48.6992</ForexSelling>", "<ForexSelling/>").Replace("48.6116", "48.61.16"),
            6, "ForexBuying '48.61.16'");

    [Theory]
    [InlineData("<Tarih_Date Tarih=\"18.09.2026\" Date=\"09/18/2026\" Bulten_No=\"2026/176\"/>")]
    [InlineData("<Tarih_Date Tarih=\"18.09.2026\" Date=\"09/18/2026\" Bulten_No=\"2026/176\">text</Tarih_Date>")]
    [InlineData(Root + "<Currency Kod=\"XDR\"><Unit>1</Unit><ForexBuying>1</ForexBuying><ForexSelling>1</ForexSelling></Currency></Tarih_Date>")]
    [InlineData(Root + "<Currency Kod=\"USD\"><Unit>1</Unit><ForexBuying/><ForexSelling/></Currency></Tarih_Date>")]
    [InlineData(Root + "<Other><Currency Kod=\"USD\"><Unit>1</Unit><ForexBuying>1</ForexBuying><ForexSelling>1</ForexSelling></Currency></Other></Tarih_Date>")]
    public void Parse_NoRateOfAKnownCurrency_IsAFault(string text) =>
        BulletinXml.Wrong(text, 1, "there is no rate of any currency that the product knows");

    [Fact]
    public void Parse_NoRateBecauseOfFaults_IsNoFaultOfItsOwn() =>
        BulletinXml.Wrong(
            Root + "<Currency Kod=\"USD\"><Unit>1</Unit><ForexBuying>2</ForexBuying><ForexSelling>1</ForexSelling></Currency></Tarih_Date>",
            1, "ForexBuying 2 of USD is above ForexSelling 1");

    [Fact]
    public void Parse_FaultsOfManyKinds_AreAllFoundInTheOrderOfLines()
    {
        var text = BulletinXml.Small()
            .Replace("18.09.2026", "soon")
            .Replace("09/18/2026", "")
            .Replace("2026/176", "")
            .Replace("<Unit>100</Unit>", "<Unit>hundred</Unit>")
            .Replace("30.7666", "a")
            .Replace("30.9704", "b")
            .Replace("48.6992", "1")
            .Replace("RUB", "USD");

        var reading = BulletinXml.Read(text);

        Assert.Null(reading.Bulletin);
        Assert.Equal(
            [
                "bulletin.xml:2: Tarih 'soon' is not a day of the form dd.MM.yyyy",
                "bulletin.xml:2: Date is missing",
                "bulletin.xml:2: Bulten_No is missing",
                "bulletin.xml:3: ForexBuying 48.6116 of USD is above ForexSelling 1",
                "bulletin.xml:12: Unit 'hundred' is not a whole number from 1 to 1000000",
                "bulletin.xml:13: ForexBuying 'a' is not a plain number with one decimal point or comma, such as 48.6116 or 48,6116",
                "bulletin.xml:14: ForexSelling 'b' is not a plain number with one decimal point or comma, such as 48.6116 or 48,6116",
                "bulletin.xml:16: currency USD stands twice",
            ],
            reading.Faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void Parse_FaultOfAFile_NamesItAsAsked() =>
        Assert.Equal("exchange-rates/x.xml", Assert.Single(BulletinParser.Parse(Encoding.UTF8.GetBytes("no"), "exchange-rates/x.xml").Faults).File);

    private static IEnumerable<string> Codes(Bulletin bulletin) => bulletin.Rates.Select(rate => rate.Currency.Code);
}
