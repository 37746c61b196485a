using CostEstimator.Api.Hosting;
using CostEstimator.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>A bad setting stops the start and says why.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Quotes:ValidityDays", "0")]
    [InlineData("Quotes:ValidityDays", "366")]
    [InlineData("Quotes:ValidityDays", "-1")]
    [InlineData("Quotes:ValidityDays", "1.5")]
    [InlineData("Quotes:ValidityDays", "a month")]
    [InlineData("Quotes:ValidityDays", "99999999999")]
    [InlineData("Quotes:ValidityDays", "")]
    [InlineData("Pricing:TimeZone", "Mars/Olympus")]
    [InlineData("Pricing:TimeZone", "../../etc/passwd")]
    [InlineData("Pricing:TimeZone", "")]
    [InlineData("Pricing:BulletinStaleAfterDays", "-1")]
    [InlineData("Pricing:BulletinStaleAfterDays", "366")]
    [InlineData("Pricing:BulletinStaleAfterDays", "a week")]
    [InlineData("Pricing:BulletinStaleAfterDays", "")]
    [InlineData("Rates:Url", "nonsense")]
    [InlineData("Rates:Url", "/kurlar/today.xml")]
    [InlineData("Rates:Url", "bank.example/today.xml")]
    [InlineData("Rates:Url", "http://")]
    [InlineData("Rates:Url", "http:///today.xml")]
    [InlineData("Rates:Url", "ftp://bank.example/today.xml")]
    [InlineData("Rates:Url", "file:///etc/passwd")]
    [InlineData("Rates:RefreshHours", "0")]
    [InlineData("Rates:RefreshHours", "169")]
    [InlineData("Rates:RefreshHours", "-6")]
    [InlineData("Rates:RefreshHours", "0.5")]
    [InlineData("Rates:RefreshHours", "often")]
    [InlineData("Rates:RefreshHours", "")]
    [InlineData("Limits:AnonymousPerMinute", "-1")]
    [InlineData("Limits:AnonymousPerMinute", "1000001")]
    [InlineData("Limits:AnonymousPerMinute", "many")]
    [InlineData("Limits:AnonymousPerMinute", "")]
    [InlineData("Partners:RequireKey", "sometimes")]
    [InlineData("Partners:RequireKey", "")]
    [InlineData("Rehearsal:Enabled", "sometimes")]
    [InlineData("Rehearsal:Enabled", "")]
    [InlineData("Proxies:Known", "proxy.example")]
    [InlineData("Proxies:Known", "10.0.0.7, 10.0.0.0/33")]
    [InlineData("Proxies:Known", "*")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nonsense")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "127.0.0.1:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "often")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "0")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "10s")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "garbage")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "garbage")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_TIMEOUT", "-1")]
    [InlineData("OTEL_METRICS_EXPORTER", "prometheus")]
    [InlineData("PriceData:Directory", "")]
    [InlineData("PriceData:Directory", "no/such/directory")]
    [InlineData("Storage:ConnectionString", "")]
    [InlineData("Storage:ConnectionString", "cost-estimator.db")]
    [InlineData("Storage:ConnectionString", "Data Source=")]
    [InlineData("Storage:ConnectionString", "Data Source=:memory:")]
    [InlineData("Storage:ConnectionString", "Data Source=file:cost-estimator.db")]
    [InlineData("Storage:ConnectionString", "Data Source=cost-estimator.db;Mode=Memory")]
    [InlineData("Storage:ConnectionString", "Data Source=cost-estimator.db;Mode=ReadOnly")]
    [InlineData("Storage:ConnectionString", "Data Source=cost-estimator.db;Mode=Sometimes")]
    [InlineData("Storage:ConnectionString", "Data Source=cost-estimator.db;Password=secret")]
    [InlineData("Storage:ConnectionString", "Server=db;User=sa")]
    [InlineData("Storage:ConnectionString", "Data Source=/dev/null/cost-estimator.db")]
    public async Task Prepare_BadSetting_RefusesAndNamesIt(string setting, string value)
    {
        using var folder = new TempFolder();

        var messages = await MessagesAsync(folder, $"--{setting}={value}");

        Assert.Contains(messages, message => message.Contains(setting, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Prepare_SeveralBadSettings_NamesThemAll()
    {
        using var folder = new TempFolder();

        var messages = await MessagesAsync(folder, "--Quotes:ValidityDays=0", "--Pricing:TimeZone=Nowhere", "--PriceData:Directory=");

        Assert.Equal(3, messages.Count);
    }

    [Fact]
    public async Task Prepare_DataDirectoryThatIsNotThere_RefusesAndNamesIt()
    {
        using var folder = new TempFolder();

        var messages = await MessagesAsync(folder, $"--PriceData:Directory={folder["none"]}");

        Assert.Contains(messages, message => message.Contains(folder["none"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Build_NoAddressSet_TakesTheDocumentedOne()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is null || Environment.GetEnvironmentVariable("CI") == "true", "ASPNETCORE_URLS is set here.");

        await using var app = EstimatorApp.Build([]);

        Assert.Equal("http://localhost:5080", app.Configuration["urls"]);
    }

    private static async Task<IReadOnlyCollection<string>> MessagesAsync(TempFolder folder, params string[] settings)
    {
        await using var app = EstimatorApp.Build(
            ["--urls=http://127.0.0.1:0", $"--Storage:ConnectionString=Data Source={folder["cost-estimator.db"]}", .. settings],
            services => services.AddLogging(logging => logging.ClearProviders()));
        return Assert.Throws<StartException>(app.Prepare).Messages;
    }
}
