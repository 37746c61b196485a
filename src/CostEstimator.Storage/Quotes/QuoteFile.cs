using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>The database file as its one writer of quotes holds it open, with what it has prepared.</summary>
/// <remarks>
/// A file that is held open can be written after it was deleted or replaced, and all that was written would be gone: so whether it is
/// still in its place, and its log, is looked at before each group, and again before anybody is told that the group is kept.
/// </remarks>
internal sealed class QuoteFile : IDisposable
{
    private const int BytesOfPage = 4096;

    // About: those at the ends of the tables, which each group writes again.
    private const int PagesBegun = 4;

    // Keys are digests: each goes to another page, and their index has some, too.
    private const int PagesOfKey = 2;
    private const int KilobytesOfCache = 16_000;

    private readonly string _path;
    private readonly DatabaseFiles _files;
    private readonly SqliteConnection _connection;
    private readonly QuoteNumbers _numbers;
    private readonly QuoteInsertion _insertion;
    private readonly LogCheckpoints _log;

    /// <summary>Opens the file.</summary>
    /// <param name="database">The database.</param>
    /// <param name="references">The references of quotes.</param>
    /// <param name="failed">Is told when the disk refuses what was committed.</param>
    public QuoteFile(Database database, QuoteReferences references, Action failed)
    {
        _path = database.File;
        _connection = database.OpenForWriting();
        try
        {
            _connection.Execute($"PRAGMA cache_size = -{KilobytesOfCache}");
            _numbers = new QuoteNumbers(_connection, references);
            _insertion = new QuoteInsertion(_connection);
            _log = new LogCheckpoints(database, _connection, failed);
            _files = DatabaseFiles.At(_path);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether the files are those that were opened, with the same rights. Where nobody can tell, they are opened again.</summary>
    public bool IsInPlace => _files.AreThere && DatabaseFiles.At(_path) == _files && !FileIdentity.IsReadOnly(_path);

    /// <summary>Commits quotes together.</summary>
    /// <param name="group">The quotes.</param>
    /// <param name="take">Fills the group, once the database is ours.</param>
    /// <returns>Of each whether it was kept.</returns>
    public List<bool> Keep(List<PendingQuote> group, Action take)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        take();
        var numbers = _numbers.Of(group, transaction);
        var kept = new List<bool>(group.Count);
        for (var place = 0; place < group.Count; place++)
        {
            kept.Add(_insertion.Insert(transaction, numbers[place], group[place].Quote, group[place].Mark));
        }

        transaction.Commit();
        return !FileIdentity.IsKnown || IsInPlace ? kept : throw new DatabaseException("The database file or its log was replaced while quotes were written.");
    }

    /// <summary>
    /// Takes over all that is in the log, also what was taken over before: a disk that has refused may not have kept it. What was written
    /// and not committed then is gone from the log, too.
    /// </summary>
    /// <exception cref="SqliteException">The disk refuses.</exception>
    /// <exception cref="DatabaseException">The log cannot be read anew.</exception>
    public void StartOver()
    {
        using (_connection.BeginTransaction(deferred: false))
        {
            LogIndex.ForgetTakenOver(_path);
        }

        _log.StartOver();
    }

    /// <summary>Keeps the log short, now that those who waited for a group know that it is kept.</summary>
    public void AfterGroup(List<PendingQuote> group) => _log.AfterCommit(
        PagesBegun + (group.Sum(pending => BytesOf(pending.Quote)) / BytesOfPage) + group.Sum(pending => pending.Mark is null ? 0 : PagesOfKey));

    public void Dispose()
    {
        _log.Dispose();
        _numbers.Dispose();
        _insertion.Dispose();
        _connection.Dispose();
    }

    private static int BytesOf(StoredQuote quote) => quote.Answer.Length + (quote.AnswerRest?.Bytes.Length ?? 0);
}
