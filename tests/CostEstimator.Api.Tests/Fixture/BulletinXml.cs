using System.Globalization;
using System.Text;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>A bulletin of exchange rates, as the bank publishes it.</summary>
/// <param name="Day">The day that it is for.</param>
/// <param name="Number">Its number.</param>
/// <param name="Rates">Each currency with its unit, and what the bank pays and takes for so many.</param>
public sealed record BulletinXml(DateOnly Day, string Number, params (string Currency, int Unit, string Buying, string Selling)[] Rates)
{
    /// <summary>The bulletin that ships with the build: 2026/176, of 2026-09-18.</summary>
    public static string ShippedFile { get; } = Path.Combine(DataSet.ShippedDirectory, "exchange-rates", "tcmb-2026-09-18.xml");

    /// <summary>A bulletin by which a dollar is worth so many lira, without a spread, and a euro twice as many.</summary>
    /// <param name="day">The day, as <c>yyyy-MM-dd</c>.</param>
    /// <param name="lira">What a dollar is worth.</param>
    public static BulletinXml Of(string day, int lira)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new BulletinXml(date, $"{date.Year}/{date.DayOfYear}", ("USD", 1, $"{lira}", $"{lira}"), ("EUR", 1, $"{2 * lira}", $"{2 * lira}"));
    }

    /// <summary>Writes the bulletin into a file.</summary>
    /// <returns>The file.</returns>
    public string WriteTo(string file)
    {
        File.WriteAllText(file, ToString(), new UTF8Encoding(false));
        return file;
    }

    /// <summary>The XML.</summary>
    public override string ToString() => string.Join('\n', [
        """<?xml version="1.0" encoding="UTF-8"?>""",
        string.Create(
            CultureInfo.InvariantCulture,
            $"""<Tarih_Date Tarih="{Day:dd.MM.yyyy}" Date="{Day:MM/dd/yyyy}" Bulten_No="{Number}">"""),
        .. Rates.Select(rate => string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <Currency CrossOrder="0" Kod="{rate.Currency}" CurrencyCode="{rate.Currency}"><Unit>{rate.Unit}</Unit><ForexBuying>{rate.Buying}</ForexBuying><ForexSelling>{rate.Selling}</ForexSelling></Currency>
            """)),
        "</Tarih_Date>",
        "",
    ]);
}
