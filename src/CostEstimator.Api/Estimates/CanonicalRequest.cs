using System.Globalization;
using System.Runtime.CompilerServices;
using CostEstimator.Api.Requests;

namespace CostEstimator.Api.Estimates;

/// <summary>What a request for an estimate asks for, as one text: the same for all ways of writing it, and for no other request.</summary>
internal static class CanonicalRequest
{
    /// <summary>Defaults are written out; facts stand in the order of the data, items in that of the request, which answers keep.</summary>
    public static string Of(ResolvedRequest resolved)
    {
        var request = resolved.Request;
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        text.AppendLiteral("estimate\n");
        text.AppendFormatted(resolved.Programme?.Code);
        text.AppendLiteral("\n");
        text.AppendFormatted(request.Currency.Code);
        text.AppendLiteral("\n");
        foreach (var fact in request.Case.Stated)
        {
            text.AppendFormatted(fact.Fact.Code);
            text.AppendLiteral("=");
            text.AppendFormatted(fact.Value);
            text.AppendLiteral(";");
        }

        // Those of the programme are those of the price list.
        foreach (var item in request.Items.AsSpan()[(resolved.Programme?.Items.Length ?? 0)..])
        {
            text.AppendLiteral("\n");
            text.AppendFormatted(item.Treatment.Code);
            text.AppendLiteral(" ");
            text.AppendFormatted(item.Quantity.Min);
            text.AppendLiteral("-");
            if (item.Quantity.Max is { } max)
            {
                text.AppendFormatted(max);
            }
        }

        return text.ToStringAndClear();
    }
}
