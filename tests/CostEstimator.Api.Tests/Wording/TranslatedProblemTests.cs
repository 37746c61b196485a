using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>No answer in Russian or Turkish has an English sentence: what is answered when a request is refused.</summary>
public sealed class TranslatedProblemTests(SeedHost seed) : IClassFixture<SeedHost>
{
    public static TheoryData<string, int> Paths => new()
    {
        // Not understood.
        { "/v1/estimates?item=", 400 }, { "/v1/estimates?item=chemotherapy:x", 400 }, { "/v1/estimates?item=chemotherapy:x&item=:&fact=donor&on=today", 400 },
        { "/v1/estimates?item=chemotherapy&fact=donor", 400 }, { "/v1/estimates?item=chemotherapy&on=2026-02-30", 400 },
        { "/v1/estimates?item=chemotherapy&colour=red", 400 }, { "/v1/estimates?item=chemotherapy&currency=USD&currency=USD", 400 },
        { "/v1/estimates?item=chemotherapy&fact=donor:related&fact=donor:unrelated", 400 }, { "/v1/treatments?x=1&y=2", 400 },
        { "/v1/exchange-rates?on=soon", 400 }, { "/v1/estimates?item=the%20price%20of%20this:x", 400 },

        // Impossible.
        { "/v1/estimates", 422 }, { "/v1/estimates?item=chemo", 422 }, { "/v1/estimates?item=chemo&item=radio&fact=colour:red&currency=XXX", 422 },
        { "/v1/estimates?programme=asthma", 422 }, { "/v1/estimates?item=chemotherapy:0", 422 }, { "/v1/estimates?item=chemotherapy:6-4", 422 },
        { "/v1/estimates?item=chemotherapy&fact=colour:red", 422 }, { "/v1/estimates?item=chemotherapy&fact=donor:sister", 422 },
        { "/v1/estimates?item=chemotherapy&currency=usd", 422 }, { "/v1/estimates?item=chemotherapy&currency=KZT", 422 },
        { "/v1/estimates?item=chemotherapy&currency=EUR&on=2020-01-01", 422 }, { "/v1/estimates?item=chemotherapy&language=kk", 422 },
        { "/v1/treatments?language=de", 422 }, { "/v1/programmes/acute-leukaemia?language=", 422 }, { "/v1/price-rules?treatment=chemo", 422 },
        { "/v1/exchange-rates?on=2020-01-01", 422 }, { "/v1/exchange-rates?language=RU", 422 },

        // Not there.
        { "/nothing", 404 }, { "/v1", 404 }, { "/the/price/of/this", 404 }, { "/v1/treatments/chemo", 404 }, { "/v1/price-rules/none", 404 },
        { "/v1/programmes/asthma", 404 }, { "/v1/quotes/nonsense", 404 }, { "/v1/quotes/Q-ZZZZ-ZZZZ-ZZZZ", 404 }, { "/v1/treatments/%7Bcode%7D", 404 },
        { "/v1/quotes", 405 },
    };

    public static TheoryData<string, int> Bodies => new()
    {
        { "", 400 }, { "{", 400 }, { "[]", 400 }, { "{} x", 400 }, { new string('[', 40), 400 }, { """{"items":{}}""", 400 }, { """{"items":[1]}""", 400 },
        { """{"items":[{}]}""", 400 }, { """{"items":[{"treatment":1}]}""", 400 }, { """{"items":[{"treatment":"chemotherapy","quantity":{"min":"4"}}]}""", 400 },
        { """{"colour":"red"}""", 400 }, { """{"items":[],"items":[]}""", 400 }, { """{"items":[{"treatment":"\ud800"}]}""", 400 }, { """{"\ud800":1}""", 400 },
        { """{"items":[{"treatment":1,"extra":true},null],"currency":"USD","currency":"USD"}""", 400 },
        { "{}", 422 }, { """{"items":[{"treatment":"chemo"}],"currency":"XXX","language":"kk"}""", 422 }, { """{"programme":"asthma"}""", 422 },
        { """{"items":[{"treatment":"chemotherapy","quantity":{"min":0,"max":2000}}]}""", 422 }, { """{"programme":"acute-leukaemia","currency":"KZT"}""", 422 },
        { """{"items":[{"treatment":"chemotherapy"}],"facts":{"donor":"sister","colour":"red"}}""", 422 }, { """{"language":"the price"}""", 422 },
        { $$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"treatment":"chemotherapy"}""", 51))}}]}""", 422 },
        { new string(' ', 20_000), 413 },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_Refused_IsTranslated(string path, int status)
    {
        await Polyglot.AssertTranslatedAsync(status, language => seed.Client.FetchAsync(path, language));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task PostQuote_Refused_IsTranslated(string body, int status)
    {
        await Polyglot.AssertTranslatedAsync(status, language => seed.Client.PostQuoteAsync(body, language));
    }

    [Theory]
    [InlineData("DELETE", "/v1/treatments", 405)]
    [InlineData("PUT", "/v1/quotes", 405)]
    [InlineData("POST", "/nothing", 404)]
    public async Task Call_OtherMethod_IsTranslated(string method, string path, int status)
    {
        await Polyglot.AssertTranslatedAsync(status, language => seed.Client.CallAsync(method, path, null, language));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=windows-1251")]
    [InlineData(null)]
    public async Task PostQuote_BodyOfAnotherType_IsTranslated(string? type)
    {
        await Polyglot.AssertTranslatedAsync(415, async language =>
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            return await seed.Client.CallAsync("POST", "/v1/quotes", content, language);
        });
    }

    [Fact]
    public async Task Get_ClientDoesNotTakeJson_IsTranslated()
    {
        await Polyglot.AssertTranslatedAsync(406, language => seed.Client.FetchAsync("/v1/treatments", language, ("Accept", "application/xml")));
    }

    [Fact]
    public async Task PostQuote_DatabaseUnavailable_IsTranslated()
    {
        await using var host = await EstimatorHost.StartAsync();
        host.Database.Execute("ALTER TABLE quotes RENAME TO quotes_gone");

        await Polyglot.AssertTranslatedAsync(503, language => host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""", language));
    }

    [Fact]
    public async Task GetEstimate_TooManyScenarios_IsTranslated()
    {
        using var data = new ChangedData().Row("treatments.csv", "scan,course,1,1").Text("treatment.scan", "Scan", "Снимок", "Tetkik");
        for (var fact = 0; fact < 14; fact++)
        {
            data.Row("facts.csv", $"f{fact},a").Row("facts.csv", $"f{fact},b").Row("price-rules.csv", $"r{fact},scan,f{fact}=a,USD,1,,,,leukaemia-page-text,")
                .Text($"fact.f{fact}", "Which?", "Какой?", "Hangi?").Text($"fact.f{fact}.a", "A", "А", "A").Text($"fact.f{fact}.b", "B", "Б", "B");
        }

        await using var host = await data.StartAsync();

        await Polyglot.AssertTranslatedAsync(422, language => host.Client.FetchAsync("/v1/estimates?item=scan", language));
    }
}
