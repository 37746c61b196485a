using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.PriceLists;

/// <summary>
/// Tells price data and exchange rates that somebody changed from those that a disk has damaged: a figure that SQLite reads without
/// complaint, but that nobody wrote.
/// </summary>
internal static class PriceDataSeal
{
    // Each of the tables counts its changes in price_data. Columns that somebody adds are none of ours.
    private static readonly string[] Contents =
    [
        "code, position, unit, min_quantity, max_quantity FROM treatments ORDER BY code",
        "fact, value, position FROM fact_values ORDER BY fact, value",
        "code, title, publisher, locator, read_on FROM price_sources ORDER BY code",
        "code, treatment, currency, low, high, valid_from, valid_to, source, note FROM price_rules ORDER BY code",
        "rule, fact, value FROM price_rule_conditions ORDER BY rule, fact, value",
        "id, position, programme, stage, treatment, min_quantity, max_quantity, assumption FROM programme_items ORDER BY id",
        "item, fact, value FROM programme_item_conditions ORDER BY item, fact, value",
        "key, en, ru, tr FROM texts ORDER BY key",
        "day, number, imported_at FROM bulletins ORDER BY day",
        "day, currency, unit, buying, selling FROM exchange_rates ORDER BY day, currency",
    ];

    /// <summary>Seals the data as they are, inside the caller's transaction.</summary>
    public static void Set(SqliteConnection connection) =>
        connection.Execute("UPDATE price_data SET sealed_revision = revision, seal = @Seal", new { Seal = Digest(connection) });

    /// <summary>Refuses data that are not those that were sealed, though nobody has changed them since.</summary>
    /// <exception cref="DatabaseException">They are not.</exception>
    public static void RefuseBroken(SqliteConnection connection, string file)
    {
        var seal = connection.QuerySingleOrDefault<string?>("SELECT seal FROM price_data WHERE sealed_revision = revision");
        if (seal is not null && seal != Digest(connection))
        {
            throw new DatabaseException(
                $"The price data or exchange rates in '{file}' are damaged: they are not those that were written, and nobody has changed them since. "
                + "Put a backup in the place of the database.");
        }
    }

    // Whatever is in the rows, as it is: what it means may be broken.
    private static string Digest(SqliteConnection connection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in Contents)
        {
            Add(hash, content);
            using var rows = connection.ExecuteReader($"SELECT {content}");
            while (rows.Read())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    Add(hash, rows.IsDBNull(column) ? null : Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture));
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string? value)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        var bytes = value is null ? [] : Encoding.UTF8.GetBytes(value);
        BinaryPrimitives.WriteInt32LittleEndian(length, value is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
