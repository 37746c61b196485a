namespace CostEstimator.Storage;

/// <summary>What SQLite would throw away with a log that is not whole.</summary>
internal enum LogLoss
{
    /// <summary>Nothing but what was not written to its end.</summary>
    None,

    /// <summary>The last transaction. It was written to its end, and a page of it is not: a power cut does that, and damage.</summary>
    Last,

    /// <summary>Transactions that were on disk before others began: damage.</summary>
    Committed,
}
