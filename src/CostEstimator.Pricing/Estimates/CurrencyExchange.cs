using System.Runtime.InteropServices;
using CostEstimator.Pricing.ExchangeRates;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>Converts to the currency of one estimate, and remembers from which currencies it had to.</summary>
internal sealed class CurrencyExchange(Bulletin? bulletin, Currency to)
{
    private readonly List<Conversion> _used = [];

    /// <summary>The conversions that were made, each once.</summary>
    public ReadOnlySpan<Conversion> Used => CollectionsMarshal.AsSpan(_used);

    /// <summary>What was converted, by code of the currency; null: nothing was.</summary>
    public EstimateExchange? Result => bulletin is null || _used.Count == 0
        ? null
        : new EstimateExchange(bulletin, _used.Count == 1 ? [_used[0]] : [.. _used.OrderBy(conversion => conversion.From.Code, StringComparer.Ordinal)]);

    /// <summary>Counts conversions of the same bulletin, to the same currency, among those that were made.</summary>
    public void Use(ReadOnlySpan<Conversion> conversions)
    {
        foreach (var conversion in conversions)
        {
            TryConvert(conversion.From, out _);
        }
    }

    /// <summary>Finds how to convert from a currency.</summary>
    /// <param name="from">The currency of a price.</param>
    /// <param name="conversion">How; null: the price is in the currency of the estimate already.</param>
    /// <returns>Whether the price can be given in the currency of the estimate.</returns>
    public bool TryConvert(Currency from, out Conversion? conversion)
    {
        conversion = null;
        if (from == to)
        {
            return true;
        }

        foreach (var used in _used)
        {
            if (used.From == from)
            {
                conversion = used;
                return true;
            }
        }

        conversion = bulletin?.Convert(from, to);
        if (conversion is not null)
        {
            _used.Add(conversion);
        }

        return conversion is not null;
    }
}
