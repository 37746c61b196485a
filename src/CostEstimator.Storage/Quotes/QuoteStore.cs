using CostEstimator.Pricing.Quotes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>The quotes in the database.</summary>
public sealed class QuoteStore : IDisposable
{
    /// <summary>The name of the meter that measures how quotes are kept.</summary>
    public const string MeterName = "CostEstimator.Storage";

    private const int BytesOfProbe = 256 * 1024;
    private const int Damaged = 11;
    private const int NotADatabase = 26;

    private readonly Database _database;
    private readonly QuoteReferences _references = new();
    private readonly QuoteWriter _writer;
    private readonly BlockingReads _reads = new(threadCount: 2);
    private readonly BlockingReads _probes = new(threadCount: 1);
    private readonly Lock _lock = new();
    private Task? _probe;
    private volatile string? _damage;

    /// <summary>The quotes of a database.</summary>
    /// <param name="database">A migrated database.</param>
    public QuoteStore(Database database)
    {
        _database = database;
        TellKey();
        _writer = new QuoteWriter(database, _references);
    }

    /// <summary>For how long after a quote was issued a repetition of its request is answered with it.</summary>
    public static TimeSpan RepeatableFor => QuoteTables.RepeatableFor;

    /// <summary>What is wrong with the first quote that was to be read and is damaged; null: none was.</summary>
    public string? Damage => _damage;

    /// <summary>A reference for a new quote: 60 bits that nobody can guess, given to nobody else by this store.</summary>
    /// <param name="now">The present instant.</param>
    public QuoteReference NewReference(DateTimeOffset now) => _references.Next(now);

    /// <summary>Keeps a quote. When this returns, the quote is on disk.</summary>
    /// <returns>Whether it was kept: false when another quote has its reference.</returns>
    /// <exception cref="SqliteException">The database cannot be written; nothing is kept.</exception>
    /// <exception cref="DatabaseException">Too many quotes wait to be kept; nothing is kept.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up before it was written; nothing is kept.</exception>
    public Task<bool> TryAddAsync(StoredQuote quote, CancellationToken cancellation) => TryAddAsync(quote, mark: null, cancellation);

    /// <summary>Keeps a quote together with what a repetition of its request is known by. When this returns, both are on disk.</summary>
    /// <returns>Whether they were kept: false when another quote has its reference, or another request its key.</returns>
    /// <exception cref="SqliteException">The database cannot be written; nothing is kept.</exception>
    /// <exception cref="DatabaseException">Too many quotes wait to be kept; nothing is kept.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up before it was written; nothing is kept.</exception>
    public Task<bool> TryAddAsync(StoredQuote quote, IdempotencyMark? mark, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return _writer.AddAsync(quote, mark, cancellation);
    }

    /// <summary>The quote with this reference, or null, without a thread of the caller's.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    /// <exception cref="DatabaseException">Too many reads wait, or this one has waited too long.</exception>
    public Task<StoredQuote?> FindAsync(QuoteReference reference) => _reads.RunAsync(() => Find(reference));

    /// <summary>The quote with this reference, or null.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    /// <exception cref="DatabaseException">The quote is damaged.</exception>
    public StoredQuote? Find(QuoteReference reference) => Doubting(() =>
    {
        using var connection = _database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return QuoteTables.Find(reference, connection);
    });

    /// <summary>Does as <see cref="FindRepeated"/>, without a thread of the caller's.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    /// <exception cref="DatabaseException">Too many reads wait, or this one has waited too long.</exception>
    public Task<RepeatedRequest?> FindRepeatedAsync(IdempotencyMark mark, DateTimeOffset now) => _reads.RunAsync(() => FindRepeated(mark, now));

    /// <summary>The request that came with the same key in the last day, and its quote; null: there was none.</summary>
    /// <param name="mark">What the request is known by.</param>
    /// <param name="now">The present instant.</param>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    /// <exception cref="DatabaseException">The quote is damaged.</exception>
    public RepeatedRequest? FindRepeated(IdempotencyMark mark, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return Doubting(() =>
        {
            using var connection = _database.Open();
            using var transaction = connection.BeginTransaction(deferred: true);
            return QuoteTables.FindRepeated(mark, now, connection);
        });
    }

    /// <summary>Deletes quotes that expired before a day, a few at a time, so that a running server goes on.</summary>
    /// <param name="day">The day, which must not be in the future.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="SqliteException">The database cannot be written; what was deleted until then is gone.</exception>
    public long PurgeExpiredBefore(DateOnly day)
    {
        using var connection = _database.OpenForWriting();
        long count = 0;
        for (var last = -1L; QuoteTables.Purge(day, ref last, connection) is var deleted and > 0;)
        {
            count += deleted;
        }

        return count;
    }

    /// <summary>Does as <see cref="RefuseUnwritable"/>, without a thread of the caller's, for all together that ask while it is being tried.</summary>
    /// <exception cref="SqliteException">It cannot; the exception says why.</exception>
    /// <exception cref="DatabaseException">The file may not be written.</exception>
    public Task RefuseUnwritableAsync()
    {
        lock (_lock)
        {
            return _probe is { IsCompleted: false } running ? running : _probe = _probes.RunAsync(() =>
            {
                RefuseUnwritable();
                return true;
            });
        }
    }

    /// <summary>Whether a quote could be kept now: the database can be written.</summary>
    /// <exception cref="SqliteException">It cannot; the exception says why.</exception>
    /// <exception cref="DatabaseException">The file may not be written.</exception>
    public void RefuseUnwritable() => Doubting(() =>
    {
        using var connection = _database.OpenForWriting();

        if (QuoteTables.KeyOf(connection) is null)
        {
            throw QuoteTables.KeyIsGone();
        }

        // At the end of the table, as quotes are. Without a cache, what a large quote would write is written to the log before the transaction ends: a full disk shows.
        connection.Execute("PRAGMA cache_size = 1");
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            connection.Execute($"""
                INSERT INTO quotes (number, reference, issued_at, valid_until, price_list_version, language, request, answer)
                VALUES ({long.MaxValue}, -1, '', '', '', '', '', zeroblob({BytesOfProbe}))
                """);
            transaction.Rollback();
        }

        // What fails at the end of a transaction, such as a disk that takes pages and does not keep them, shows in none that is taken back.
        return _writer.HasFailed ? connection.Execute("UPDATE reference_key SET key = key") : 0;
    });

    /// <summary>Keeps no more quotes: all that wait, and whoever comes, get a <see cref="DatabaseException"/>. Quotes are found as before.</summary>
    /// <param name="reason">Why.</param>
    public void Refuse(string reason) => _writer.Refuse(reason);

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _references.Dispose();
        _reads.Dispose();
        _probes.Dispose();
    }

    private T Doubting<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Damaged or NotADatabase)
        {
            _writer.Doubt();
            throw;
        }
        catch (DatabaseException fault) when (fault.IsDamage)
        {
            _damage ??= fault.Message;
            throw;
        }
    }

    // Where the database cannot be read yet, the writer tells it later.
    private void TellKey()
    {
        try
        {
            using var connection = _database.OpenExisting();
            if (QuoteTables.KeyOf(connection) is { } key)
            {
                _references.Use(key);
            }
        }
        catch (SqliteException)
        {
            // As above.
        }
    }
}
