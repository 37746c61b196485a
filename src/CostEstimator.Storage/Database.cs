using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage;

/// <summary>The one SQLite file that the product keeps its data in.</summary>
public sealed class Database
{
    private const int BusyTimeoutSeconds = 5;

    private readonly string _connectionString;
    private readonly string _existingConnectionString;
    private readonly Lock _lock = new();
    private FileIdentity? _opened;

    private Database(string file, string connectionString)
    {
        File = file;
        _connectionString = connectionString;
        _existingConnectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString();
    }

    /// <summary>The full path of the file.</summary>
    public string File { get; }

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

        builder.DataSource = Path.GetFullPath(builder.DataSource);
        builder.DefaultTimeout = BusyTimeoutSeconds;
        CreateFolderOf(builder.DataSource);
        return new Database(builder.DataSource, builder.ToString());
    }

    /// <summary>Opens a connection, which its user disposes.</summary>
    /// <exception cref="SqliteException">The file cannot be opened, or is no database.</exception>
    public SqliteConnection Open()
    {
        ForgetFormerFile();
        return Open(_connectionString);
    }

    /// <summary>Opens the file that there is at this moment, and makes none in its place if it is gone.</summary>
    /// <exception cref="SqliteException">The file is not there, cannot be opened, or is no database.</exception>
    /// <exception cref="DatabaseException">
    /// The file may not be written. SQLite does not notice while another connection of the process holds it open.
    /// </exception>
    internal SqliteConnection OpenForWriting() => FileIdentity.IsReadOnly(File)
        ? throw new DatabaseException($"The database file '{File}' may not be written.")
        : OpenExisting();

    /// <summary>Opens the file that there is at this moment, to read it.</summary>
    /// <exception cref="SqliteException">The file is not there, cannot be opened, or is no database.</exception>
    internal SqliteConnection OpenExisting() => Open(_existingConnectionString);

    /// <summary>Closes the connections that are kept open for whoever comes next, and those in use as soon as they are free.</summary>
    internal void CloseIdleConnections()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    // Connections that are kept open would go on reading a file in whose place another has come.
    private void ForgetFormerFile()
    {
        if (FileIdentity.Of(File) is not { } identity)
        {
            return;
        }

        lock (_lock)
        {
            if (_opened is { } opened && opened != identity)
            {
                CloseIdleConnections();
            }

            _opened = identity;
        }
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();

            // One by one: what fails after a pragma that answers with a row, as the first two do, would fail unseen.
            // WAL: readers never wait for the writer. FULL: what was committed survives a power cut.
            connection.Execute($"PRAGMA busy_timeout = {BusyTimeoutSeconds * 1000}");
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            connection.Execute("PRAGMA foreign_keys = ON");
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
