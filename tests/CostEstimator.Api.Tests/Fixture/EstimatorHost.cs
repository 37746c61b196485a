using CostEstimator.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>The product on a real server of its own, with its own database file, under a clock that stands until it is moved.</summary>
public sealed class EstimatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TempFolder _folder;

    private EstimatorHost(WebApplication app, TempFolder folder, FakeTimeProvider clock, string databaseFile)
    {
        _app = app;
        _folder = folder;
        Clock = clock;
        Database = new TestDatabase(databaseFile);
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address };
    }

    /// <summary>The clock. To go far, use <see cref="FakeTimeProvider.AdjustTime"/>, which spares the watcher of prices its many ticks.</summary>
    public FakeTimeProvider Clock { get; }

    public TestDatabase Database { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>All that was logged so far.</summary>
    public IReadOnlyList<FakeLogRecord> Log => _app.Services.GetFakeLogCollector().GetSnapshot();

    /// <summary>A service of the product.</summary>
    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Whether the server gave up by itself.</summary>
    public bool IsStopping => _app.Lifetime.ApplicationStopping.IsCancellationRequested;

    public static async Task<EstimatorHost> StartAsync(HostSetup? setup = null)
    {
        setup ??= new HostSetup();
        var folder = new TempFolder();
        var file = setup.DatabaseFile ?? folder["cost-estimator.db"];
        var clock = new FakeTimeProvider(setup.Now);
        var app = EstimatorApp.Build(Arguments(setup, folder, file), services => setup.Services(services
            .AddSingleton<TimeProvider>(clock)
            .AddLogging(logging => logging.ClearProviders().AddFakeLogging())));
        try
        {
            app.Prepare();
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new EstimatorHost(app, folder, clock, file);
        }
        catch
        {
            await app.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Lets the clock run until the server works with another price list than <paramref name="before"/>.</summary>
    /// <returns>The version of the new price list.</returns>
    public async Task<string> WaitForOtherPricesAsync(string before)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(500));
            var answer = await Client.FetchAsync("/v1/treatments");
            if (answer.Header("Price-List-Version") is { } version && version != before)
            {
                return version;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Price list {before} is still in force.");
    }

    /// <summary>Lets the clock run in small steps until something holds, which it must soon.</summary>
    /// <param name="holds">What is waited for.</param>
    /// <param name="step">How far the clock goes each time. Default: the half second after which the server looks at its database.</param>
    /// <param name="attempts">After how many steps to give up.</param>
    public async Task RunUntilAsync(Func<Task<bool>> holds, TimeSpan? step = null, int attempts = 300)
    {
        while (!await holds())
        {
            if (--attempts < 0)
            {
                throw new TimeoutException("What was waited for did not come.");
            }

            Clock.Advance(step ?? TimeSpan.FromMilliseconds(500));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Lets the clock run until the server works with the bulletin of this number.</summary>
    public Task WaitForBulletinAsync(string number) =>
        RunUntilAsync(async () => await Client.FetchAsync("/v1/exchange-rates") is { Status: 200 } answer && answer.StringAt("/bulletin") == number);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static string[] Arguments(HostSetup setup, TempFolder folder, string databaseFile) =>
    [
        "--urls=http://127.0.0.1:0",
        $"--Storage:ConnectionString=Data Source={databaseFile}",
        $"--PriceData:Directory={setup.Data?.WriteTo(folder["data"]) ?? DataSet.ShippedDirectory}",

        // Under a clock that stands, a minute never ends.
        "--Limits:AnonymousPerMinute=0",
        .. setup.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
    ];
}
