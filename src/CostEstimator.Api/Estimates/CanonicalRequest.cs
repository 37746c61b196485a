using System.Globalization;
using System.Text;
using CostEstimator.Api.Requests;

namespace CostEstimator.Api.Estimates;

/// <summary>What a request for an estimate asks for, as one text: the same for all ways of writing it, and for no other request.</summary>
internal static class CanonicalRequest
{
    /// <summary>Defaults are written out; facts stand in the order of the data, items in that of the request, which answers keep.</summary>
    public static string Of(ResolvedRequest resolved)
    {
        var request = resolved.Request;
        var text = new StringBuilder("estimate\n", 256)
            .Append(resolved.Programme?.Code).Append('\n')
            .Append(request.Currency.Code).Append('\n');
        foreach (var fact in request.Case.Stated)
        {
            text.Append(fact.Fact.Code).Append('=').Append(fact.Value).Append(';');
        }

        foreach (var item in request.Items)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{item.Treatment.Code} {item.Quantity.Min}-{item.Quantity.Max}");
        }

        return text.ToString();
    }
}
