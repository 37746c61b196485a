using NodaMoney;

namespace CostEstimator.Storage;

/// <summary>Amounts as the database keeps them: whole minor units of the currency (cents of a dollar), which SQLite holds exactly.</summary>
internal static class MinorUnits
{
    public static long Of(Money money) => (long)(money.Amount * PerUnit(money.Currency.Code));

    public static Money ToMoney(long minorUnits, string currency) => new(minorUnits / PerUnit(currency), currency);

    /// <summary>How many minor units make one unit of the currency.</summary>
    public static decimal PerUnit(string currency)
    {
        var perUnit = 1m;
        for (var digit = 0; digit < CurrencyInfo.FromCode(currency).DecimalDigits; digit++)
        {
            perUnit *= 10;
        }

        return perUnit;
    }
}
