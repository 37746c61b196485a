using System.Collections.Frozen;

namespace NodaMoney;

/// <summary>The active currencies of ISO 4217 and the decimal digits of their minor units.</summary>
/// <remarks>
/// Left out is what has no decimal minor unit: precious metals, bond units, test codes, special drawing rights, and the ariary
/// (MGA) and ouguiya (MRU), which divide into fifths. Withdrawn currencies are left out too.
/// </remarks>
internal static class Iso4217
{
    private const string NoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string TwoDigits = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU
        CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
        KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB
        PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD
        TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
        """;

    private const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";

    private const string FourDigits = "CLF UYW";

    private static readonly CurrencyInfo[] All = ReadTable();

    private static readonly FrozenDictionary<string, CurrencyInfo> ByCode =
        All.ToFrozenDictionary(currency => currency.Code, StringComparer.Ordinal);

    /// <summary>The currency with exactly this code, or null; codes are case-sensitive.</summary>
    internal static CurrencyInfo? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>The currency with this number, from 1 to the length of the table.</summary>
    internal static CurrencyInfo At(byte number) => All[number - 1];

    private static CurrencyInfo[] ReadTable()
    {
        var currencies = new List<CurrencyInfo>();
        Append(NoDigits, 0);
        Append(TwoDigits, 2);
        Append(ThreeDigits, 3);
        Append(FourDigits, 4);
        return [.. currencies];

        void Append(string codes, int decimalDigits)
        {
            foreach (var code in codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                currencies.Add(new CurrencyInfo(code, decimalDigits, new Currency((byte)(currencies.Count + 1))));
            }
        }
    }
}
