using CostEstimator.Storage;
using CostEstimator.Storage.Partners;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>A partner, added to the database of a host as another program would, and its key.</summary>
public sealed record PartnerSite(EstimatorHost Host, string Code, string Key)
{
    public const string Page = "https://clinic.example";

    /// <summary>The header with the key.</summary>
    public (string Name, string Value) Header => ("X-Api-Key", Key);

    /// <summary>The host's partners, from outside of it.</summary>
    public static PartnerStore StoreOf(EstimatorHost host) => new(Database.At($"Data Source={host.Database.File}"), host.Clock);

    /// <summary>Adds a partner with the page <see cref="Page"/>, and waits until the server knows it.</summary>
    public static async Task<PartnerSite> AddAsync(EstimatorHost host, string code = "clinic-a", int perMinute = 0)
    {
        var key = StoreOf(host).Add(code, $"Name of {code}", [Page], perMinute)!;
        var site = new PartnerSite(host, code, key.Text);
        await site.WaitUntilAsync(200);
        return site;
    }

    /// <summary>Lets the clock run until the server answers the key so.</summary>
    public Task WaitUntilAsync(int status) =>
        Host.RunUntilAsync(async () => (await Host.Client.FetchAsync("/v1/treatments", Header)).Status == status);
}
