using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CostEstimator.Storage;

/// <summary>The one SQLite file that the product keeps its data in.</summary>
public sealed class Database
{
    private const int BusyTimeoutSeconds = 5;

    // Those that are kept open for whoever comes next stay as they were set up.
    private static readonly ConditionalWeakTable<sqlite3, object> SetUp = [];

    private readonly string _connectionString;
    private readonly string _creatingConnectionString;
    private readonly string _existingConnectionString;
    private readonly Lock _lock = new();
    private DatabaseFiles _seen;

    private Database(string file, string connectionString)
    {
        File = file;
        _connectionString = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString();
        _creatingConnectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        _existingConnectionString = new SqliteConnectionStringBuilder(_connectionString) { Pooling = false }.ToString();
    }

    /// <summary>The full path of the file.</summary>
    public string File { get; }

    /// <summary>
    /// Whether the log that was found beside the file ended in a transaction that is not whole, though it was written to its end. SQLite
    /// throws it away: after a power cut nobody was told that it was kept; without one, the disk has damaged it.
    /// </summary>
    public bool LosesLastTransaction { get; internal set; }

    /// <summary>Makes a database of a connection string, without opening it. A missing folder is created.</summary>
    /// <param name="connectionString">
    /// A connection string of Microsoft.Data.Sqlite. A relative file name is taken from the current folder.
    /// </param>
    /// <exception cref="DatabaseException">The connection string is malformed, or does not name a file.</exception>
    public static Database At(string connectionString)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            throw new DatabaseException($"The connection string is malformed: {fault.Message}", fault);
        }

        if (builder.DataSource.Length == 0
            || builder.DataSource.StartsWith(':')
            || builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            || builder.Password.Length > 0
            || builder.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly)
        {
            throw new DatabaseException(
                $"The connection string, with Data Source='{builder.DataSource}', must name a file to read and write, without a password: 'Data Source=/folder/cost-estimator.db'.");
        }

        builder.DataSource = TargetOf(Path.GetFullPath(builder.DataSource));
        builder.DefaultTimeout = BusyTimeoutSeconds;

        // Ours to say, once for each connection: a setting would be made again whenever one is used again.
        builder.ForeignKeys = null;

        // Connections that shared their pages would wait for each other's tables.
        builder.Cache = SqliteCacheMode.Default;
        CreateFolderOf(builder.DataSource);
        return new Database(builder.DataSource, builder.ToString());
    }

    /// <summary>Opens a connection, which its user disposes. A file that is gone is not made anew: it may come back.</summary>
    /// <exception cref="SqliteException">The file is not there, cannot be opened, or is no database.</exception>
    /// <exception cref="DatabaseException">The file is another than before, and the log of the former one is beside it.</exception>
    public SqliteConnection Open()
    {
        NoticeOtherFile();
        return Open(_connectionString);
    }

    /// <summary>Opens the file for the first time, and makes it where there is none.</summary>
    /// <exception cref="SqliteException">The file cannot be opened or made, or is no database.</exception>
    internal SqliteConnection OpenOrCreate()
    {
        MendRights();
        return Open(_creatingConnectionString);
    }

    /// <summary>Opens the file that there is at this moment, and makes none in its place if it is gone.</summary>
    /// <exception cref="SqliteException">The file is not there, cannot be opened, or is no database.</exception>
    /// <exception cref="DatabaseException">
    /// The file may not be written: SQLite does not notice while another connection of the process holds it open. Or the file is another
    /// than before, and the log of the former one is beside it.
    /// </exception>
    internal SqliteConnection OpenForWriting()
    {
        if (FileIdentity.IsReadOnly(File))
        {
            throw new DatabaseException($"The database file '{File}' may not be written.");
        }

        NoticeOtherFile();
        MendRights();
        return Open(_existingConnectionString);
    }

    /// <summary>Opens the file that there is at this moment, to read it.</summary>
    /// <exception cref="SqliteException">The file is not there, cannot be opened, or is no database.</exception>
    /// <exception cref="DatabaseException">The file is another than before, and the log of the former one is beside it.</exception>
    internal SqliteConnection OpenExisting()
    {
        NoticeOtherFile();
        return Open(_existingConnectionString);
    }

    /// <summary>Closes the connections that are kept open for whoever comes next, and those in use as soon as they are free.</summary>
    internal void CloseIdleConnections()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    // SQLite makes the log and its index with the rights that the file has at that moment: who could only read then could not write now,
    // nor after a restart. What is open in this process shares the index as it was opened.
    private void MendRights()
    {
        if (FileIdentity.IsReadOnly(File))
        {
            return;
        }

        var isMended = false;
        foreach (var made in new[] { File + "-wal", File + "-shm" }.Where(FileIdentity.IsReadOnly))
        {
            isMended |= FileIdentity.TryGiveRights(File, made);
        }

        if (isMended)
        {
            CloseIdleConnections();
        }
    }

    // Connections that are kept open would go on reading a file in whose place another has come; and with the log of the former one,
    // SQLite would write its pages into the new one.
    private void NoticeOtherFile()
    {
        var files = DatabaseFiles.At(File);
        if (files.Database is not { } database)
        {
            return;
        }

        lock (_lock)
        {
            if (_seen.Database is { } former && former != database)
            {
                if (!former.IsSameFile(database) && files.Log is { } log && _seen.Log?.IsSameFile(log) == true)
                {
                    throw new DatabaseException(
                        $"The database file '{File}' was replaced, but the log beside it is that of the former one. Put the former file back, "
                        + "or stop the server, delete its '-wal' and '-shm', and put the copy in its place.");
                }

                CloseIdleConnections();
            }

            _seen = files;
        }
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            if (SetUp.TryGetValue(connection.Handle!, out _))
            {
                return connection;
            }

            // One by one: what fails after a pragma that answers with a row, as the first two do, would fail unseen.
            // WAL: readers never wait for the writer. FULL: what was committed survives a power cut.
            connection.Execute($"PRAGMA busy_timeout = {BusyTimeoutSeconds * 1000}");
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            connection.Execute("PRAGMA foreign_keys = ON");
            SetUp.Add(connection.Handle!, new object());
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection that changes nothing about the file, not even its journal mode, and takes no log over into it.</summary>
    /// <exception cref="SqliteException">The file is not there, or cannot be opened.</exception>
    internal SqliteConnection OpenToLook()
    {
        // Who may only read takes no log over, but leaves the files behind that reading beside others needs.
        var mode = System.IO.File.Exists(File + "-wal") ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false, Mode = mode }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite keeps the log beside the file itself, not beside a link to it.
    private static string TargetOf(string file)
    {
        try
        {
            return new FileInfo(file).LinkTarget is null ? file : System.IO.File.ResolveLinkTarget(file, returnFinalTarget: true)!.FullName;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The database '{file}' is a link that cannot be followed: {fault.Message}", fault);
        }
    }

    private static void CreateFolderOf(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The folder of the database '{file}' cannot be created: {fault.Message}", fault);
        }
    }
}
