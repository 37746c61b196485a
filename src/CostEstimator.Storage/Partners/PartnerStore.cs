using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Partners;

/// <summary>The partners in the database.</summary>
/// <param name="database">A migrated database.</param>
/// <param name="clock">Tells when something was done.</param>
public sealed class PartnerStore(Database database, TimeProvider clock)
{
    private string Now => clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Adds a partner.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="origins">The origins whose pages may use its key.</param>
    /// <param name="perMinute">How many requests it may send a minute; 0: as many as it likes.</param>
    /// <returns>Its key, which nothing can tell again; null: there is, or was, a partner with this code.</returns>
    /// <exception cref="DatabaseException">The database cannot be written, or the partners in it are damaged.</exception>
    public PartnerKey? Add(string code, string name, IEnumerable<string> origins, int perMinute) => Write(connection =>
    {
        var key = PartnerKey.Create();
        var isNew = connection.Execute(
            """
            INSERT INTO partners (code, name, per_minute, key_id, key_digest, key_since, added_at, revoked_at)
            VALUES (@Code, @Name, @PerMinute, @KeyId, @KeyDigest, @Now, @Now, NULL)
            ON CONFLICT (code) DO NOTHING
            """,
            new { Code = code, Name = name, PerMinute = perMinute, KeyId = key.Id, KeyDigest = PartnerKey.DigestOf(key.Text), Now }) == 1;
        if (!isNew)
        {
            return null;
        }

        connection.Execute(
            "INSERT INTO partner_origins (partner, origin) VALUES (@Partner, @Origin)",
            origins.Distinct(StringComparer.Ordinal).Select(origin => new PartnerOriginRow { Partner = code, Origin = origin }));
        return key;
    });

    /// <summary>Gives a partner another key in the place of its own, which no longer holds.</summary>
    /// <returns>The new key, which nothing can tell again; null: there is no such partner, or its key was revoked for good.</returns>
    /// <exception cref="DatabaseException">The database cannot be written, or the partners in it are damaged.</exception>
    public PartnerKey? Rotate(string code) => Write(connection =>
    {
        var key = PartnerKey.Create();
        var isThere = connection.Execute(
            """
            UPDATE partners
            SET key_id = @KeyId, key_digest = @KeyDigest, key_since = @Now
            WHERE code = @Code AND revoked_at IS NULL
            """,
            new { Code = code, KeyId = key.Id, KeyDigest = PartnerKey.DigestOf(key.Text), Now }) == 1;
        return isThere ? key : null;
    });

    /// <summary>Revokes a partner's key for good. Its quotes stay.</summary>
    /// <returns>Whether it held until now.</returns>
    /// <exception cref="DatabaseException">The database cannot be written, or the partners in it are damaged.</exception>
    public bool Revoke(string code) => Write(connection => connection.Execute(
        "UPDATE partners SET revoked_at = @Now WHERE code = @Code AND revoked_at IS NULL", new { Code = code, Now }) == 1);

    /// <summary>All partners there ever were, by code.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    /// <exception cref="DatabaseException">They are damaged.</exception>
    public ImmutableArray<Partner> All() => Load().Partners;

    /// <summary>All partners there ever were, by code, with the revision to compare with later.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    /// <exception cref="DatabaseException">They are damaged.</exception>
    public (ImmutableArray<Partner> Partners, long Revision) Load()
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        Seal.OfPartners.RefuseBroken(connection, database.File);
        var origins = connection.Query<PartnerOriginRow>("SELECT partner AS Partner, origin AS Origin FROM partner_origins ORDER BY origin")
            .ToLookup(row => row.Partner, row => row.Origin);
        var rows = connection.Query<PartnerRow>(
            """
            SELECT code AS Code, name AS Name, per_minute AS PerMinute, key_id AS KeyId, key_digest AS KeyDigest, key_since AS KeySince,
                   added_at AS AddedAt, revoked_at AS RevokedAt
            FROM partners
            ORDER BY code
            """);
        return ([.. rows.Select(row => PartnerOf(row, [.. origins[row.Code]]))], RevisionIn(connection));
    }

    /// <summary>A number that goes up whenever the partners change.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public long Revision()
    {
        using var connection = database.Open();
        return RevisionIn(connection);
    }

    private static long RevisionIn(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT revision FROM partner_list");

    private static long ChangesIn(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT total_changes()");

    private static Partner PartnerOf(PartnerRow row, ImmutableArray<string> origins) => new(
        row.Code, row.Name, origins, row.PerMinute, row.KeyId, row.KeyDigest, Instant(row.KeySince), Instant(row.AddedAt),
        row.RevokedAt is null ? null : Instant(row.RevokedAt));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private T Write<T>(Func<SqliteConnection, T> write)
    {
        try
        {
            using var connection = database.OpenForWriting();
            using var transaction = connection.BeginTransaction(deferred: false);
            Seal.OfPartners.RefuseBroken(connection, database.File);
            var (revision, changes) = (RevisionIn(connection), ChangesIn(connection));
            var result = write(connection);
            if (ChangesIn(connection) != changes)
            {
                // Triggers have counted it, unless somebody has made the tables anew without them.
                connection.Execute("UPDATE partner_list SET revision = revision + 1 WHERE revision = @Revision", new { Revision = revision });
                Seal.OfPartners.Set(connection);
            }

            transaction.Commit();
            return result;
        }
        catch (SqliteException fault)
        {
            throw new DatabaseException($"The partners in '{database.File}' were not changed: {fault.Message}", fault);
        }
    }
}
