using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage;

/// <summary>Copies a database while it is in use. To restore, stop the server and put the copy in the place of the file.</summary>
public static class DatabaseBackup
{
    private const string Unfinished = ".partial";

    /// <summary>Refuses a file that no copy can be written to, before anything is read.</summary>
    /// <param name="file">The file to write, which must not be there.</param>
    /// <exception cref="DatabaseException">It is there, or its folder is not.</exception>
    public static void RefuseTarget(string file)
    {
        var target = Path.GetFullPath(file);
        if (Path.Exists(target))
        {
            throw new DatabaseException($"'{target}' is there already. Name a file that is not; nothing is written over.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new DatabaseException($"The folder of '{target}' is not there. Name a file in a folder that is.");
        }
    }

    /// <summary>Writes a consistent copy: all that was committed when it is finished, and nothing half.</summary>
    /// <param name="database">The database; a server may be writing to it.</param>
    /// <param name="file">The file to write, which must not be there.</param>
    /// <returns>The size of the copy in bytes.</returns>
    /// <exception cref="DatabaseException">The database is not there, or the copy cannot be written; no file is left.</exception>
    public static long Write(Database database, string file)
    {
        ArgumentNullException.ThrowIfNull(database);
        RefuseTarget(file);
        var target = Path.GetFullPath(file);
        var unfinished = $"{target}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            Copy(database, unfinished);
            File.Move(unfinished, target);
            return new FileInfo(target).Length;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            File.Delete(unfinished + "-journal");
            throw new DatabaseException($"'{database.File}' was not copied to '{target}': {fault.Message}", fault);
        }
    }

    private static void Copy(Database database, string file)
    {
        using var source = database.OpenExisting();
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        copy.Open();
        source.BackupDatabase(copy);

        // One file, with nothing beside it; and a copy that cannot be read is none.
        copy.Execute("PRAGMA journal_mode = DELETE");
        if (copy.ExecuteScalar<string>("PRAGMA integrity_check") is var found and not "ok")
        {
            throw new IOException($"the copy is damaged: {found}");
        }
    }
}
