using Microsoft.Extensions.Logging;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>A host with the data that ship with the build, for the tests of a class that change nothing in it.</summary>
public sealed class SeedHost : IAsyncLifetime
{
    private EstimatorHost? _host;

    public EstimatorHost Host => _host ?? throw new InvalidOperationException("The host was not started.");

    public HttpClient Client => Host.Client;

    public async ValueTask InitializeAsync() => _host = await EstimatorHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            var failures = _host.Log.Where(line => line.Level >= LogLevel.Error).Select(line => line.Message).ToList();
            await _host.DisposeAsync();

            // Whatever clients send, it is no failure of ours.
            Assert.Empty(failures);
        }
    }
}
