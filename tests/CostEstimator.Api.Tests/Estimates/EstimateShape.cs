using System.Text.Json;
using System.Text.RegularExpressions;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>The members of an estimate, as the contract names them.</summary>
internal static partial class EstimateShape
{
    public const string Estimate =
        "on:string priceListVersion:string currency:string language:string programme:null facts:object total:object openBecause:array "
        + "lines:array onRequest:array questions:array exchange:null notes:array disclaimer:object";

    /// <summary>The members of an estimate of a programme.</summary>
    public static readonly string OfProgramme = Estimate.Replace("programme:null", "programme:string", StringComparison.Ordinal);

    /// <summary>The members that a quote has before those of its estimate.</summary>
    public const string Quote = "reference:string status:string issuedAt:string validUntil:string validityText:string";

    private const string Line =
        "stage:object? treatment:string name:string quantity:object assumption:object? unitPrice:object? price:object optional:boolean "
        + "onRequest:boolean when:object whenText:string? sourcesDisagree:boolean basis:array text:string";

    private const string Rule =
        "code:string treatment:string conditions:object range:object validFrom:string? validTo:string? source:object note:object?";

    /// <summary>Checks an estimate in US dollars in all its depth, or a quote's members that it shares with one.</summary>
    public static void AssertEstimate(JsonElement estimate, string members = Estimate)
    {
        estimate.AssertShape(members);
        AssertRange(estimate.GetProperty("total"));
        var hasStages = estimate.GetProperty("programme").ValueKind != JsonValueKind.Null;
        foreach (var line in estimate.GetProperty("lines").EnumerateArray())
        {
            AssertLine(line);
            Assert.True(hasStages || line.GetProperty("stage").ValueKind == JsonValueKind.Null, line.GetRawText());
        }

        foreach (var question in estimate.GetProperty("questions").EnumerateArray())
        {
            question.AssertShape("fact:string text:string options:array");
            foreach (var option in question.GetProperty("options").EnumerateArray())
            {
                option.AssertShape("value:string text:string total:object");
                AssertRange(option.GetProperty("total"));
            }
        }

        foreach (var note in estimate.GetProperty("notes").EnumerateArray().Append(estimate.GetProperty("disclaimer")))
        {
            note.AssertShape("code:string text:string");
        }
    }

    public static void AssertRule(JsonElement rule)
    {
        rule.AssertShape(Rule);
        AssertRange(rule.GetProperty("range"));
        rule.GetProperty("source").AssertShape("code:string title:string publisher:string locator:string readOn:string");
        if (rule.GetProperty("note") is { ValueKind: JsonValueKind.Object } note)
        {
            note.AssertShape("code:string text:string");
        }
    }

    /// <summary>Checks a range in US dollars, whose amounts have exactly two decimals.</summary>
    public static void AssertRange(JsonElement range)
    {
        range.AssertShape("low:string high:string? currency:string text:string");
        Assert.Equal("USD", range.GetProperty("currency").GetString());
        Assert.Matches(TwoDecimals(), range.GetProperty("low").GetString());
        Assert.Matches(TwoDecimals(), range.GetProperty("high").GetString() ?? "0.00");
    }

    public static void AssertQuantity(JsonElement quantity) => quantity.AssertShape("min:number max:number? unit:string text:string");

    public static void AssertExchange(JsonElement exchange)
    {
        exchange.AssertShape("bulletin:string day:string stale:boolean rates:array bulletinRates:array");
        foreach (var rate in exchange.GetProperty("rates").EnumerateArray())
        {
            rate.AssertShape("from:string to:string buying:string selling:string");
        }

        foreach (var rate in exchange.GetProperty("bulletinRates").EnumerateArray())
        {
            AssertBulletinRate(rate);
        }
    }

    public static void AssertBulletinRate(JsonElement rate) => rate.AssertShape("currency:string unit:number buying:string selling:string");

    private static void AssertLine(JsonElement line)
    {
        line.AssertShape(Line);
        AssertQuantity(line.GetProperty("quantity"));
        AssertIf(line.GetProperty("stage"), "code:string name:string");
        AssertIf(line.GetProperty("assumption"), "code:string text:string");
        Assert.Equal(line.GetProperty("when").EnumerateObject().Any(), line.GetProperty("whenText").ValueKind == JsonValueKind.String);
        AssertRange(line.GetProperty("price"));
        var isOnRequest = line.GetProperty("onRequest").GetBoolean();
        Assert.Equal(isOnRequest, line.GetProperty("unitPrice").ValueKind == JsonValueKind.Null);
        if (!isOnRequest)
        {
            AssertRange(line.GetProperty("unitPrice"));
        }

        foreach (var rule in line.GetProperty("basis").EnumerateArray())
        {
            AssertRule(rule);
        }
    }

    private static void AssertIf(JsonElement element, string members)
    {
        if (element.ValueKind != JsonValueKind.Null)
        {
            element.AssertShape(members);
        }
    }

    [GeneratedRegex(@"\A(0|[1-9][0-9]*)\.[0-9]{2}\z")]
    private static partial Regex TwoDecimals();
}
