using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>The quotes that a server has answered, each of which must be there whatever happens next.</summary>
internal sealed class IssuedQuotes
{
    private const int MostUntilRefused = 5_000;
    private const int RefusalsInARow = 4;

    // Together they stay below the largest quantity that is taken.
    private const int MostOfOne = 400;

    private readonly List<ApiAnswer> _answers = [];
    private int _asked;

    public int Count => _answers.Count;

    /// <summary>A request whose quote is like no other, so that it takes its room.</summary>
    public static string LongQuoteOf(int number)
    {
        var items = Enumerable.Range(1, 40).Select(
            item => $$"""{"treatment":"chemotherapy","quantity":{"min":{{item + (number / MostOfOne)}},"max":{{item + MostOfOne + (number % MostOfOne)}} } }""");
        return $$"""{"items":[{{string.Join(',', items)}}]}""";
    }

    /// <summary>Asks for one, which must be issued.</summary>
    public async Task AddAsync(HttpClient client, string quote)
    {
        var answer = await client.PostQuoteAsync(quote);
        Assert.Equal(201, answer.Status);
        _answers.Add(answer);
    }

    /// <summary>Asks for several at once.</summary>
    /// <returns>Whether all were refused, as unavailable.</returns>
    public async Task<bool> AddAsync(HttpClient client, Func<int, string> quoteOf, int together)
    {
        var answers = await Task.WhenAll(Enumerable.Range(_asked, together).Select(number => client.PostQuoteAsync(quoteOf(number))));
        _asked += together;
        _answers.AddRange(answers.Where(answer => answer.Status == 201));
        Assert.All(answers, answer => Assert.True(answer.Status is 201 or 503, answer.Text));
        return answers.All(answer => answer.Status == 503);
    }

    /// <summary>Asks until there are some, and then none are issued, several times in a row.</summary>
    public async Task AddUntilRefusedAsync(HttpClient client, Func<int, string> quoteOf, int together)
    {
        var refusals = 0;
        for (var asked = 0; asked < MostUntilRefused && refusals < RefusalsInARow; asked += together)
        {
            refusals = await AddAsync(client, quoteOf, together) ? refusals + 1 : 0;
        }

        Assert.Equal(RefusalsInARow, refusals);
        Assert.NotEmpty(_answers);
    }

    /// <summary>Each is there, byte for byte.</summary>
    public async Task AssertReadBackAsync(HttpClient client)
    {
        foreach (var issued in _answers)
        {
            var again = await client.FetchAsync(issued.Header("Location")!);
            Assert.True(again.Status == 200, again.Text);
            Assert.Equal(issued.Body, again.Body);
        }
    }
}
