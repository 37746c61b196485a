namespace CostEstimator.Storage;

/// <summary>The database cannot be used as it is; the message tells an operator why, and what would be right.</summary>
public sealed class DatabaseException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public DatabaseException()
    {
    }

    /// <summary>Creates an exception.</summary>
    public DatabaseException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    public DatabaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether what is kept is damaged, so that it will not be otherwise another time.</summary>
    public bool IsDamage { get; init; }
}
