using System.Text.Json;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>Checks that an answer is a refusal in the one shape that the contract gives to every error.</summary>
public static class Refusal
{
    private static readonly string[] Members = ["type", "title", "status", "detail", "errors"];

    /// <param name="answer">The answer.</param>
    /// <param name="status">The status code that it must have.</param>
    /// <param name="code">What its type must end with.</param>
    /// <param name="place">A pointer that begins with a slash, or is empty, or else a parameter, which some error must name.</param>
    public static void AssertRefused(this ApiAnswer answer, int status, string code, string? place = null)
    {
        Assert.True(status == answer.Status, $"{answer.Status} instead of {status}: {answer.Text[..Math.Min(300, answer.Text.Length)]}");
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Null(answer.Header("ETag"));
        var problem = answer.Json;
        Assert.Equal(Members, problem.EnumerateObject().Select(member => member.Name));
        Assert.Equal($"urn:cost-estimator:problem:{code}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        AssertSaysSomething(problem.GetProperty("title"));
        AssertSaysSomething(problem.GetProperty("detail"));
        foreach (var error in problem.GetProperty("errors").EnumerateArray())
        {
            AssertSaysSomething(error.GetProperty("detail"));
            Assert.True(error.TryGetProperty("pointer", out _) ^ error.TryGetProperty("parameter", out _), answer.Text);
        }

        if (place is not null)
        {
            Assert.Contains(place, Places(problem));
        }
    }

    private static IEnumerable<string?> Places(JsonElement problem) => problem.GetProperty("errors").EnumerateArray()
        .Select(error => (error.TryGetProperty("pointer", out var pointer) ? pointer : error.GetProperty("parameter")).GetString());

    private static void AssertSaysSomething(JsonElement text)
    {
        var words = text.GetString();
        Assert.False(string.IsNullOrWhiteSpace(words));
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", words, StringComparison.Ordinal);
    }
}
