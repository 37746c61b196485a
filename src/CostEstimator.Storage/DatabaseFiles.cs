namespace CostEstimator.Storage;

/// <summary>Which files make up a database that is open: the database, its log, and the index of the log that its users share.</summary>
internal readonly record struct DatabaseFiles(FileIdentity? Database, FileIdentity? Log, FileIdentity? Index)
{
    /// <summary>Whether all of them are there. Where nobody can tell, none is.</summary>
    public bool AreThere => Database is not null && Log is not null && Index is not null;

    /// <summary>The files that are at a path now.</summary>
    public static DatabaseFiles At(string path) => new(FileIdentity.Of(path), FileIdentity.Of(path + "-wal"), FileIdentity.Of(path + "-shm"));
}
