using Microsoft.AspNetCore.WebUtilities;

namespace CostEstimator.Api.Estimates;

/// <summary>Reads the queries of estimates that there is nothing to say about, as the framework would.</summary>
internal static class PlainQuery
{
    /// <summary>Reads a query; null: the framework is to look at it, since it has an unknown, repeated or empty parameter.</summary>
    /// <param name="text">The query, as it was sent.</param>
    public static EstimateQuery? Read(string? text)
    {
        List<string> items = [], facts = [];
        string? programme = null, currency = null, language = null, on = null;
        foreach (var pair in new QueryStringEnumerable(text))
        {
            var value = pair.DecodeValue().ToString();
            var isPlain = value.Length > 0 && pair.DecodeName().Span switch
            {
                "item" => Add(items, value),
                "fact" => Add(facts, value),
                "programme" => Set(ref programme, value),
                "currency" => Set(ref currency, value),
                "language" => Set(ref language, value),
                "on" => Set(ref on, value),
                _ => false,
            };
            if (!isPlain)
            {
                return null;
            }
        }

        return new EstimateQuery { Item = [.. items], Programme = programme, Fact = [.. facts], Currency = currency, Language = language, On = on };
    }

    private static bool Add(List<string> values, string value)
    {
        values.Add(value);
        return true;
    }

    private static bool Set(ref string? parameter, string value)
    {
        var isFirst = parameter is null;
        parameter = value;
        return isFirst;
    }
}
