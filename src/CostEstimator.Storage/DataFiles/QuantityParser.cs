using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Storage.DataFiles;

/// <summary>Reads quantities as data files write them: <c>min_quantity</c>, and <c>max_quantity</c>, empty when it is not known.</summary>
internal static class QuantityParser
{
    /// <summary>Reads a quantity. Each column that is wrong is a fault of its own.</summary>
    /// <returns>The quantity, or null when some column is wrong.</returns>
    public static Quantity? Parse(CsvRow row)
    {
        var isRight = row.TryOptionalCount("min_quantity", out var min) & row.TryOptionalCount("max_quantity", out var max);
        if (row.Raw("min_quantity").Length == 0)
        {
            row.Fault("min_quantity is empty");
        }

        if (!isRight || min is not { } least)
        {
            return null;
        }

        if (max < least)
        {
            row.Fault($"min_quantity {min} is above max_quantity {max}");
            return null;
        }

        return new Quantity(least, max);
    }

    /// <summary>Reads a quantity, or nothing, which is no fault: both columns are empty.</summary>
    /// <returns>Whether the columns are as they should be.</returns>
    public static bool TryParseOptional(CsvRow row, out Quantity? quantity)
    {
        var isEmpty = row.Raw("min_quantity").Length == 0 && row.Raw("max_quantity").Length == 0;
        quantity = isEmpty ? null : Parse(row);
        return isEmpty || quantity is not null;
    }
}
