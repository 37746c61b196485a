using Microsoft.Extensions.DependencyInjection;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>What an <see cref="EstimatorHost"/> differs in from the product as it ships.</summary>
public sealed record HostSetup
{
    /// <summary>What an empty database is filled from; null: the data that ship with the build.</summary>
    public DataSet? Data { get; init; }

    /// <summary>The database file, which outlives the host; null: one of its own.</summary>
    public string? DatabaseFile { get; init; }

    /// <summary>The instant at which the clock stands. Default: noon in Istanbul on 2026-11-22.</summary>
    public DateTimeOffset Now { get; init; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Replaces services.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>Other settings, such as <c>Quotes:ValidityDays</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
