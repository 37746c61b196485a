using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Browser;

/// <summary>A page of another origin calls the API as a widget does, in a real browser that enforces what the answers allow.</summary>
public sealed class OtherOriginTests(SharedBrowser browser)
{
    private const string Script =
        """
        async ([api, own, others]) => {
            const headersOf = (answer) => ['etag', 'price-list-version', 'ratelimit', 'ratelimit-policy', 'location', 'retry-after'].filter((name) => answer.headers.has(name));
            const post = async (headers) => {
                try {
                    const answer = await fetch(`${api}/v1/quotes`, {
                        method: 'POST',
                        headers: { 'Content-Type': 'application/json', ...headers },
                        body: '{"items":[{"treatment":"chemotherapy"}]}',
                    });
                    return `${answer.status} ${headersOf(answer)}`;
                } catch {
                    return 'not readable';
                }
            };
            const estimate = await fetch(`${api}/v1/estimates?item=chemotherapy`);
            const again = await fetch(`${api}/v1/estimates?item=chemotherapy`, {
                cache: 'no-store',
                headers: { 'If-None-Match': estimate.headers.get('etag'), 'X-Api-Key': others },
            });
            const refused = await fetch(`${api}/v1/estimates?item=chemo`);
            return [
                `${estimate.status} ${headersOf(estimate)}`, `${again.status}`, `${refused.status} ${(await refused.json()).type}`,
                await post({}), await post({ 'Idempotency-Key': 'one' }), await post({ 'X-Api-Key': own }), await post({ 'X-Api-Key': others }),
                await post({ 'X-Api-Key': 'nonsense' }),
            ];
        }
        """;

    [ChromiumFact]
    public async Task Fetch_FromAPageOfAPartner_ReadsAllButWhatIsForOthersPages()
    {
        await using var pages = await BankServer.StartAsync(BankServer.Giving("<!DOCTYPE html><title>Clinic</title>", type: "text/html"));
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "1000" } });
        var page = new Uri(pages.Url).GetLeftPart(UriPartial.Authority);
        var own = PartnerSite.StoreOf(host).Add("clinic-b", "B", [page], 10)!;
        var others = await PartnerSite.AddAsync(host);
        await using var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync(page);

        var seen = await tab.Page.EvaluateAsync<JsonElement>(Script, new[] { host.Address.GetLeftPart(UriPartial.Authority), own.Text, others.Key });

        Assert.Equal(
            [
                "200 etag,price-list-version,ratelimit,ratelimit-policy", "304", "422 urn:cost-estimator:problem:unknown-treatment",
                "201 price-list-version,ratelimit,ratelimit-policy,location", "201 price-list-version,ratelimit,ratelimit-policy,location",
                "201 price-list-version,ratelimit,ratelimit-policy,location", "not readable", "401 ratelimit,ratelimit-policy",
            ],
            seen.EnumerateArray().Select(line => line.GetString()));
        Assert.Equal(3, host.Database.QuoteCount());
    }
}
