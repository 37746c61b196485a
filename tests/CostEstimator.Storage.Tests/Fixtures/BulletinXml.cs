using System.Globalization;
using System.Text;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.ExchangeRates;

namespace CostEstimator.Storage.Tests.Fixtures;

/// <summary>The text of a bulletin, of which a test changes what it is about.</summary>
internal static class BulletinXml
{
    /// <summary>The name that <see cref="Read(string)"/> gives the file.</summary>
    public const string File = "bulletin.xml";

    /// <summary>A small bulletin without a fault: a rate of dollars, one of a hundred yen, no rate of roubles, and special drawing rights.</summary>
    public static string Small() => """
        <?xml version="1.0" encoding="UTF-8"?>
        <Tarih_Date Tarih="18.09.2026" Date="09/18/2026" Bulten_No="2026/176">
            <Currency CrossOrder="0" Kod="USD" CurrencyCode="USD">
                <Unit>1</Unit>
                <CurrencyName>US DOLLAR</CurrencyName>
                <ForexBuying>48.6116</ForexBuying>
                <ForexSelling>48.6992</ForexSelling>
                <BanknoteBuying>48.5776</BanknoteBuying>
                <BanknoteSelling>48.7723</BanknoteSelling>
            </Currency>
            <Currency CrossOrder="5" Kod="JPY" CurrencyCode="JPY">
                <Unit>100</Unit>
                <ForexBuying>30.7666</ForexBuying>
                <ForexSelling>30.9704</ForexSelling>
            </Currency>
            <Currency CrossOrder="14" Kod="RUB" CurrencyCode="RUB">
                <Unit>1</Unit>
                <ForexBuying></ForexBuying>
                <ForexSelling></ForexSelling>
            </Currency>
            <Currency CrossOrder="99" Kod="XDR" CurrencyCode="XDR">
                <Unit>1</Unit>
                <ForexBuying>65.1</ForexBuying>
                <ForexSelling>65.2</ForexSelling>
            </Currency>
        </Tarih_Date>

        """.ReplaceLineEndings("\n");

    /// <summary>The small bulletin, of another day.</summary>
    public static string Of(DateOnly day) => Small()
        .Replace("18.09.2026", day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))
        .Replace("09/18/2026", day.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture));

    /// <summary>The small bulletin with its one place that reads like this changed.</summary>
    public static string Change(string from, string to)
    {
        var parts = Small().Split(from);
        Assert.True(parts.Length == 2, $"The bulletin has '{from}' {parts.Length - 1} times, not once.");
        return string.Join(to, parts);
    }

    /// <summary>The rates written out, as exactly as they are.</summary>
    public static IEnumerable<string> Lines(Bulletin bulletin) => bulletin.Rates.Select(rate => string.Create(
        CultureInfo.InvariantCulture, $"{rate.Currency.Code} {rate.Unit} {rate.Buying} {rate.Selling}"));

    public static BulletinReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static BulletinReading Read(byte[] content) => BulletinParser.Parse(content, File);

    /// <summary>The bulletin of a text without a fault.</summary>
    public static Bulletin Right(string text) => Right(Encoding.UTF8.GetBytes(text));

    /// <summary>The bulletin of a file without a fault.</summary>
    public static Bulletin Right(byte[] content)
    {
        var reading = Read(content);
        Assert.Empty(reading.Faults);
        return reading.Bulletin!;
    }

    /// <summary>One fault, and nothing that could be used.</summary>
    public static void Wrong(string text, int? line, string reason) => Wrong(Encoding.UTF8.GetBytes(text), line, reason);

    /// <summary>One fault, and nothing that could be used.</summary>
    public static void Wrong(byte[] content, int? line, string reason)
    {
        var reading = Read(content);
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((File, line), (fault.File, fault.Line));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Null(reading.Bulletin);
    }
}
