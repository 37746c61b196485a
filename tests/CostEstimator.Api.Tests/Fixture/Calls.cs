using System.Text;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>Requests as a client of the API sends them.</summary>
public static class Calls
{
    public static Task<ApiAnswer> FetchAsync(this HttpClient client, string path, params (string Name, string Value)[] headers) =>
        client.CallAsync("GET", path, content: null, headers);

    /// <summary>Asks for an estimate, given its query without the question mark.</summary>
    public static Task<ApiAnswer> EstimateAsync(this HttpClient client, string query) => client.FetchAsync($"/v1/estimates?{query}");

    public static Task<ApiAnswer> PostQuoteAsync(this HttpClient client, string json, params (string Name, string Value)[] headers) =>
        client.PostQuoteAsync(Encoding.UTF8.GetBytes(json), headers);

    public static Task<ApiAnswer> PostQuoteAsync(this HttpClient client, byte[] body, params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return client.CallAsync("POST", "/v1/quotes", content, headers);
    }

    public static async Task<ApiAnswer> CallAsync(
        this HttpClient client, string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var answered = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new ApiAnswer(
            (int)response.StatusCode, answered, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
