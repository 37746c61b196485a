using CostEstimator.Api.Problems;
using CostEstimator.Storage.Partners;

namespace CostEstimator.Api.Callers;

/// <summary>Who sends a request, as far as it can be told.</summary>
/// <param name="Id">Who its requests are counted for.</param>
/// <param name="Partner">The partner whose key came with the request; null: none came, or an unknown one.</param>
/// <param name="PerMinute">How many requests it may send a minute; 0: as many as it likes.</param>
/// <param name="Refusal">Why its requests are refused; null: they are not.</param>
internal sealed record Caller(CallerId Id, Partner? Partner, int PerMinute, Problem? Refusal)
{
    /// <summary>The header with the key.</summary>
    public const string KeyHeader = "X-Api-Key";

    /// <summary>Whoever sent the request.</summary>
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>()
        ?? throw new InvalidOperationException("Callers are not told apart yet.");
}
