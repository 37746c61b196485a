namespace CostEstimator.Api;

/// <summary>Every message that the product logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information,
        "Treatment Cost Estimator {Version} started: database {DatabaseFile}, price list {PriceListVersion} with {RuleCount} rules, exchange rate bulletin {Bulletin}, address {Address}, Swagger UI {SwaggerUi}")]
    public static partial void Started(
        ILogger logger, string version, string databaseFile, string priceListVersion, int ruleCount, string bulletin, string address, string swaggerUi);

    [LoggerMessage(2, LogLevel.Information, "The empty database was filled from {Directory}")]
    public static partial void Seeded(ILogger logger, string directory);

    [LoggerMessage(3, LogLevel.Warning, "{Finding}")]
    public static partial void DataWarning(ILogger logger, string finding);

    [LoggerMessage(4, LogLevel.Information, "The database has other price data: price list {PriceListVersion} with {RuleCount} rules is in force, exchange rate bulletin {Bulletin}")]
    public static partial void PriceListTakenOver(ILogger logger, string priceListVersion, int ruleCount, string bulletin);

    [LoggerMessage(5, LogLevel.Error, "The price data of the database cannot be read: {Fault} Price list {PriceListVersion} stays in force")]
    public static partial void PriceListNotRead(ILogger logger, string fault, string priceListVersion);

    [LoggerMessage(6, LogLevel.Debug, "{Method} {Path} {Status} in {Milliseconds:F1} ms")]
    public static partial void RequestServed(ILogger logger, string method, string path, int status, double milliseconds);

    [LoggerMessage(7, LogLevel.Information, "{Method} {Path} {Status} in {Milliseconds:F1} ms: {Problem}")]
    public static partial void RequestRefused(ILogger logger, string method, string path, int status, double milliseconds, string problem);

    [LoggerMessage(8, LogLevel.Error, "{Method} {Path} {Status} in {Milliseconds:F1} ms: {Reason}")]
    public static partial void RequestFailed(
        ILogger logger, string method, string path, int status, double milliseconds, string? reason, Exception? exception);

    [LoggerMessage(9, LogLevel.Information, "Exchange rate bulletin {Bulletin} of {Day} was fetched from {Url}; it was new: {IsNew}")]
    public static partial void BulletinFetched(ILogger logger, string bulletin, string day, string url, bool isNew);

    [LoggerMessage(10, LogLevel.Warning, "No exchange rate bulletin from {Url} in attempt {Attempt}: {Reason}")]
    public static partial void BulletinAttemptFailed(ILogger logger, string url, int attempt, string reason);

    [LoggerMessage(11, LogLevel.Warning, "No exchange rate bulletin was taken over from {Url}: {Reason}. The last good one stays in use; next try in {Hours} hours")]
    public static partial void BulletinNotFetched(ILogger logger, string url, string reason, int hours);

    [LoggerMessage(12, LogLevel.Information, "The database has other partners: {PartnerCount} keys hold")]
    public static partial void PartnersTakenOver(ILogger logger, int partnerCount);

    [LoggerMessage(13, LogLevel.Error, "The partners in the database cannot be read: {Fault} The {PartnerCount} keys known before still hold")]
    public static partial void PartnersNotRead(ILogger logger, string fault, int partnerCount);

    [LoggerMessage(14, LogLevel.Error, "An estimate failed, and is tried again on the ordinary way")]
    public static partial void PlainEstimateFailed(ILogger logger, Exception exception);

    [LoggerMessage(15, LogLevel.Warning, "This process may open so few files that only {Connections} connections are taken at a time; raise the limit on open files (ulimit -n, LimitNOFILE)")]
    public static partial void FewConnections(ILogger logger, int connections);

    [LoggerMessage(16, LogLevel.Critical, "The database is damaged: {Fault} Stop the server, and put a backup in its place")]
    public static partial void QuotesDamaged(ILogger logger, string fault);

    [LoggerMessage(17, LogLevel.Warning, "Metrics do not reach the collector that {Setting} names: {Reason}")]
    public static partial void MetricsNotSent(ILogger logger, string setting, string reason);

    [LoggerMessage(19, LogLevel.Trace, "Answering was rehearsed: {Rounds} rounds in {Milliseconds:F0} ms, after which {Methods} methods are compiled")]
    public static partial void Rehearsed(ILogger logger, int rounds, double milliseconds, long methods);

    [LoggerMessage(20, LogLevel.Warning, "Answering could not be rehearsed: the first visitors will wait for longer")]
    public static partial void NotRehearsed(ILogger logger, Exception exception);

    [LoggerMessage(18, LogLevel.Warning, "What was damaged in the database can be read again: look at its disk")]
    public static partial void QuotesReadable(ILogger logger);

    [LoggerMessage(21, LogLevel.Warning, "The log of the database {File} ended in a transaction that was not whole, and is thrown away. After a power cut that is as it should be: nobody was told that it was kept. Without one, its disk has lost the quotes that were kept last")]
    public static partial void LastTransactionLost(ILogger logger, string file);

    [LoggerMessage(22, LogLevel.Warning, "{Connections} connections are open, as many as are taken at a time: others are closed at once. This is said once a minute")]
    public static partial void ConnectionsRefused(ILogger logger, int connections);
}
