using System.Text;
using System.Text.Json;
using CostEstimator.Api.Quotes;
using Shape = CostEstimator.Api.Http.JsonShape;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>A body is read at one go exactly where nothing is wrong with it.</summary>
public sealed class QuoteRequestReaderTests
{
    private static readonly string[] Values =
    [
        "null", "true", "1", "0", "-1", "4.0", "4e0", "0.5", "1e400", "2147483648", "99999999999999999999", "\"\"", "\"ru\"", "\"chemotherapy\"", "\"\\ud800\"", "\"\\u0000\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "{\"min\":1}", "{\"min\":4.0}", "{\"min\":45e-1}", "{\"min\":1e99,\"max\":1}", "{\"min\":1,\"max\":null}", "{\"max\":2}", "{\"min\":null}", "{\"min\":\"1\"}", "{\"min\":1,\"min\":1}",
        "[{\"treatment\":\"chemotherapy\"}]", "[{\"treatment\":\"chemotherapy\",\"quantity\":null}]", "[{\"treatment\":null}]", "[{\"treatment\":\"chemotherapy\"},null]",
        "{\"donor\":\"related\"}", "{\"donor\":null}", "{\"donor\":\"related\",\"d\\u006fnor\":\"related\"}", "{\"\":\"\"}", "{\"\\udc00\":\"a\"}", "01", "nul", "", "\"\t\"", "[1,]",
    ];

    private static readonly string[] Keys = ["items", "items", "items", "facts", "currency", "language", "programme", "Items", "on", "it\\u0065ms", "\\ud800", ""];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_AnyBody_IsUnderstoodWhereNothingIsWrongWithItsShape(int seed)
    {
        var random = new Random(seed);
        var understood = 0;
        for (var time = 0; time < 20_000; time++)
        {
            var body = Encoding.UTF8.GetBytes(random.Next(20) == 0 ? random.GetItems(Values, 1)[0] : ObjectOf(random));

            var request = QuoteRequestReader.Read(body, out _, out var problem);

            Assert.Equal(IsRight(body), request is not null);
            Assert.Equal(request is null, problem is not null);
            understood += request is null ? 0 : 1;
        }

        Assert.InRange(understood, 500, 19_500);
    }

    [Fact]
    public void Read_RightBody_IsWhatItSays()
    {
        var body = """{"programme":"p","items":[{"treatment":"t","quantity":{"min":1,"max":2}},{"treatment":"u"}],"facts":{"f":"v"},"currency":"EUR","language":"tr"}"""u8.ToArray();

        var request = QuoteRequestReader.Read(body, out var language, out var problem)!;

        Assert.Null(problem);
        Assert.Equal(CostEstimator.Storage.PriceLists.Language.Tr, language);
        Assert.Equal(("p", "EUR", "tr"), (request.Programme, request.Currency, request.Language));
        Assert.Equal([new() { Treatment = "t", Quantity = new() { Min = 1, Max = 2 } }, new() { Treatment = "u" }], request.Items!);
        Assert.Equal("v", Assert.Single(request.Facts!).Value);
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("4.0", 4)]
    [InlineData("4.000000000000000000000000000000000000000000", 4)]
    [InlineData("4e0", 4)]
    [InlineData("4E+0", 4)]
    [InlineData("40e-1", 4)]
    [InlineData("0.004e3", 4)]
    [InlineData("400000000000000000000000000000e-29", 4)]
    [InlineData("1e3", 1000)]
    [InlineData("1.0e+003", 1000)]
    [InlineData("0.0", 0)]
    [InlineData("-0", 0)]
    [InlineData("0e99999999999", 0)]
    [InlineData("0e-99999999999", 0)]
    [InlineData("-4.0", -4)]
    [InlineData("2147483647.0", int.MaxValue)]
    [InlineData("-2147483648.0", int.MinValue)]
    public void Read_WholeNumberHoweverWritten_IsThatNumber(string json, int number)
    {
        var request = QuoteRequestReader.Read(BodyOf(json), out _, out var problem);

        Assert.Null(problem);
        Assert.Equal((number, number), (request!.Items![0].Quantity!.Min, request.Items[0].Quantity!.Max));
    }

    [Theory]
    [InlineData("4.5", "bad-body")]
    [InlineData("45e-1", "bad-body")]
    [InlineData("1e-1", "bad-body")]
    [InlineData("4.00000000000000000000000000000000000000001", "bad-body")]
    [InlineData("1e-99999999999", "bad-body")]
    [InlineData("2147483648.0", "impossible-quantity")]
    [InlineData("-2147483649e0", "impossible-quantity")]
    [InlineData("1e10", "impossible-quantity")]
    [InlineData("1e99999999999", "impossible-quantity")]
    public void Read_NumberThatIsNoQuantity_IsRefusedAtBothEnds(string json, string kind)
    {
        Assert.Null(QuoteRequestReader.Read(BodyOf(json), out _, out var problem));

        Assert.Equal([kind, kind], problem!.Faults.Select(fault => fault.Kind.Code));
    }

    private static byte[] BodyOf(string number) =>
        Encoding.UTF8.GetBytes($$$"""{"items":[{"treatment":"t","quantity":{"min":{{{number}}},"max":{{{number}}}}}]}""");

    private static string ObjectOf(Random random) =>
        $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{random.GetItems(Keys, 1)[0]}\":{random.GetItems(Values, 1)[0]}"))}}}";

    private static bool IsRight(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
            return Shape.FaultsOf(document.RootElement, ApiJsonContext.Answers.QuoteRequest).Count == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
