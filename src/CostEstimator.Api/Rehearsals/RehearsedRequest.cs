using System.Globalization;
using System.Text;
using System.Text.Json;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Rehearsals;

/// <summary>A request such as visitors send, made of the price list in force: no two of them are alike for a long time.</summary>
/// <param name="request">What it asks for.</param>
internal sealed class RehearsedRequest(QuoteRequest request)
{
    private static readonly Language[] All = Enum.GetValues<Language>();

    /// <summary>Makes one.</summary>
    /// <param name="moment">What it will be answered from.</param>
    /// <param name="number">Its number, from 0.</param>
    public static RehearsedRequest Of(Moment moment, int number)
    {
        var list = moment.Snapshot.Data.List;
        var currencies = moment.Snapshot.CurrenciesOn(moment.Today);
        return new RehearsedRequest(new QuoteRequest
        {
            Items = [ItemOf(list, number), new QuoteItemRequest { Treatment = list.Treatments[number * 7 % list.Treatments.Length].Code }],
            Programme = number % 2 == 0 || list.Programmes.IsEmpty ? null : list.Programmes[number / 2 % list.Programmes.Length].Code,
            Facts = number % 4 < 3 || list.Facts.IsEmpty ? null : new Dictionary<string, string> { [list.Facts[0].Code] = list.Facts[0].Values[0] },
            Currency = number % 3 == 0 ? null : currencies[number / 3 % currencies.Count],
            Language = number % 5 == 0 ? null : Languages.CodeOf(All[number % All.Length]),
        });
    }

    /// <summary>It as the query of an estimate.</summary>
    public string Query()
    {
        var query = new StringBuilder();
        Append(query, "language", request.Language);
        Append(query, "programme", request.Programme);
        Append(query, "currency", request.Currency);
        foreach (var item in request.Items!)
        {
            Append(query, "item", item.Quantity is { } quantity ? string.Create(CultureInfo.InvariantCulture, $"{item.Treatment}:{quantity.Min}-{quantity.Max}") : item.Treatment);
        }

        foreach (var fact in request.Facts ?? new Dictionary<string, string>())
        {
            Append(query, "fact", $"{fact.Key}:{fact.Value}");
        }

        return query.ToString();
    }

    /// <summary>It as the body of a request for a quote.</summary>
    public byte[] Body() => JsonSerializer.SerializeToUtf8Bytes(request, ApiJsonContext.Requests.QuoteRequest);

    private static QuoteItemRequest ItemOf(PriceList list, int number)
    {
        var least = Quantity.Least + (number % 900);
        return new QuoteItemRequest
        {
            Treatment = list.Treatments[number % list.Treatments.Length].Code,
            Quantity = new QuoteQuantityRequest { Min = least, Max = least + (number / 900 % 100) },
        };
    }

    private static void Append(StringBuilder query, string parameter, string? value)
    {
        if (value is not null)
        {
            query.Append(query.Length == 0 ? "" : "&").Append(parameter).Append('=').Append(value);
        }
    }
}
