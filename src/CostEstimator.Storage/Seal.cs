using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage;

/// <summary>
/// Tells what somebody changed from what a disk has damaged: a figure or a name that SQLite reads without complaint, but that nobody wrote.
/// </summary>
internal sealed class Seal
{
    private readonly string _table;
    private readonly string _subject;
    private readonly string[] _contents;

    // Each of the tables counts its changes in one that has the seal, too. Columns that somebody adds are none of ours.
    private Seal(string table, string subject, params string[] contents) => (_table, _subject, _contents) = (table, subject, contents);

    /// <summary>That of price data and exchange rates.</summary>
    public static Seal OfPriceData { get; } = new(
        "price_data",
        "price data or exchange rates",
        "code, position, unit, min_quantity, max_quantity FROM treatments ORDER BY code",
        "fact, value, position FROM fact_values ORDER BY fact, value",
        "code, title, publisher, locator, read_on FROM price_sources ORDER BY code",
        "code, treatment, currency, low, high, valid_from, valid_to, source, note FROM price_rules ORDER BY code",
        "rule, fact, value FROM price_rule_conditions ORDER BY rule, fact, value",
        "id, position, programme, stage, treatment, min_quantity, max_quantity, assumption FROM programme_items ORDER BY id",
        "item, fact, value FROM programme_item_conditions ORDER BY item, fact, value",
        "key, en, ru, tr FROM texts ORDER BY key",
        "day, number, imported_at FROM bulletins ORDER BY day",
        "day, currency, unit, buying, selling FROM exchange_rates ORDER BY day, currency");

    /// <summary>That of partners, the digests of their keys, and their origins.</summary>
    public static Seal OfPartners { get; } = new(
        "partner_list",
        "partners",
        "code, name, per_minute, key_id, key_digest, key_since, added_at, revoked_at FROM partners ORDER BY code",
        "partner, origin FROM partner_origins ORDER BY partner, origin");

    private static Seal[] All => [OfPriceData, OfPartners];

    /// <summary>Seals whatever was written before there were seals, inside the caller's transaction.</summary>
    public static void SetMissing(SqliteConnection connection)
    {
        foreach (var seal in All.Where(seal => seal.IsIn(connection) && seal.IsMissing(connection)))
        {
            seal.Set(connection);
        }
    }

    /// <summary>Refuses data of any kind that are not those that were sealed, in a database of this version or an earlier one.</summary>
    /// <exception cref="DatabaseException">They are not.</exception>
    public static void RefuseAnyBroken(SqliteConnection connection, string file)
    {
        foreach (var seal in All.Where(seal => seal.IsIn(connection)))
        {
            seal.RefuseBroken(connection, file);
        }
    }

    /// <summary>Seals the data as they are, inside the caller's transaction.</summary>
    public void Set(SqliteConnection connection) =>
        connection.Execute($"UPDATE {_table} SET sealed_revision = revision, seal = @Seal", new { Seal = Digest(connection) });

    /// <summary>Refuses data that are not those that were sealed, though nobody has changed them since.</summary>
    /// <exception cref="DatabaseException">They are not.</exception>
    public void RefuseBroken(SqliteConnection connection, string file)
    {
        var seal = connection.QuerySingleOrDefault<string?>($"SELECT seal FROM {_table} WHERE sealed_revision = revision");
        if (seal is not null && seal != Digest(connection))
        {
            throw new DatabaseException(
                $"The {_subject} in '{file}' are damaged: they are not those that were written, and nobody has changed them since. "
                + "Put a backup in the place of the database.");
        }
    }

    private bool IsIn(SqliteConnection connection) => connection.ExecuteScalar<bool>(
        "SELECT EXISTS (SELECT 1 FROM pragma_table_info(@Table) WHERE name = 'seal')", new { Table = _table });

    private bool IsMissing(SqliteConnection connection) => connection.ExecuteScalar<bool>($"SELECT seal IS NULL FROM {_table}");

    // Whatever is in the rows, as it is: what it means may be broken.
    private string Digest(SqliteConnection connection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in _contents)
        {
            Add(hash, content);
            using var rows = connection.ExecuteReader($"SELECT {content}");
            while (rows.Read())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    Add(hash, rows.GetValue(column) switch
                    {
                        DBNull => null,
                        byte[] bytes => Convert.ToHexStringLower(bytes),
                        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
                    });
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
