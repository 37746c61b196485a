using System.Diagnostics;
using CostEstimator.Pricing.Quotes;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>The quotes in the database.</summary>
public sealed class QuoteStore : IDisposable
{
    /// <summary>The name of the meter that measures how quotes are kept.</summary>
    public const string MeterName = "CostEstimator.Storage";

    private readonly Database _database;
    private readonly QuoteReferences _references = new();
    private readonly QuoteWriter _writer;
    private readonly BlockingReads _reads = new(threadCount: 2);
    private volatile FoundDamage? _damage;

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

    /// <summary>What is wrong with a quote that was to be read and is damaged; null: none is, or what a disk that fails has done to it is being mended.</summary>
    public string? Damage => _writer.HasFailed ? null : _damage?.Fault;

    /// <summary>Reads again what was found damaged last, and takes back what is as it should be: a disk may have failed for a while only.</summary>
    public void LookAgain()
    {
        if (_damage is not { } damage)
        {
            return;
        }

        try
        {
            // Without pages that they remember.
            _database.CloseIdleConnections();
            damage.LookAgain();
            _damage = null;
        }
        catch (Exception fault) when (fault is SqliteException or DatabaseException)
        {
            // It is as it was, or not to be read at the moment.
        }
    }

    /// <summary>A reference for a new quote: 60 bits that nobody can guess, given to nobody else by this store.</summary>
    /// <param name="now">The present instant.</param>
    public QuoteReference NewReference(DateTimeOffset now) => _references.Next(now);

    /// <summary>Keeps a quote. When this returns, the quote is on disk.</summary>
    /// <returns>Whether it was kept: false when another quote has its reference.</returns>
    /// <exception cref="SqliteException">The database cannot be written; nothing is kept.</exception>
    /// <exception cref="DatabaseException">Too many quotes wait to be kept, or the disk does not answer; nothing is kept.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up before it was written; nothing is kept.</exception>
    public Task<bool> TryAddAsync(StoredQuote quote, CancellationToken cancellation) => TryAddAsync(quote, mark: null, cancellation);

    /// <summary>Keeps a quote together with what a repetition of its request is known by. When this returns, both are on disk.</summary>
    /// <returns>Whether they were kept: false when another quote has its reference, or another request its key.</returns>
    /// <exception cref="SqliteException">The database cannot be written; nothing is kept.</exception>
    /// <exception cref="DatabaseException">Too many quotes wait to be kept, or the disk does not answer; nothing is kept.</exception>
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
        return QuoteTables.Find(reference, connection) ?? Nothing<StoredQuote>();
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
            return QuoteTables.FindRepeated(mark, now, connection) ?? Nothing<RepeatedRequest>();
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
        var last = -1L;
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            if (QuoteTables.Purge(day, ref last, connection) is not (var deleted and > 0))
            {
                return count;
            }

            // Who waits for the file looks for it now and then only: it is free for as long as it was not.
            count += deleted;
            Thread.Sleep(Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>Refuses a database that no quote could be written to now.</summary>
    /// <exception cref="SqliteException">It cannot be written; the exception says why.</exception>
    /// <exception cref="DatabaseException">The file may not be written, or nobody knows, since the writer has waited for too long.</exception>
    public Task RefuseUnwritableAsync() => _writer.RefuseUnwritableAsync();

    /// <summary>Keeps no more quotes: all that wait, and whoever comes, get a <see cref="DatabaseException"/>. Quotes are found as before.</summary>
    /// <param name="reason">Why.</param>
    public void Refuse(string reason) => _writer.Refuse(reason);

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _references.Dispose();
        _reads.Dispose();
    }

    // Another look, at the file itself, tells what is damaged from what a cache or a disk gave wrong for a moment.
    private T Doubting<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception fault) when (DatabaseDamage.IsToldBy(fault))
        {
            if (_damage is not null)
            {
                throw AsDamage(fault);
            }

            _writer.Doubt();
            _database.CloseIdleConnections();
        }

        try
        {
            return use();
        }
        catch (Exception fault) when (DatabaseDamage.IsToldBy(fault))
        {
            var damage = AsDamage(fault);
            _damage ??= new FoundDamage(damage.Message, () => use());
            throw damage;
        }
    }

    // Pages that the disk has lost may be older ones, which know nothing of what was kept since.
    private T? Nothing<T>()
        where T : class => _writer.IsDiskDoubted ? throw new DatabaseException("The disk has failed, and what is kept is being read anew.") : null;

    private static DatabaseException AsDamage(Exception fault) =>
        fault as DatabaseException ?? new DatabaseException($"The page of a quote is damaged: {fault.Message}", fault) { IsDamage = true };

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

    private sealed record FoundDamage(string Fault, Action LookAgain);
}
