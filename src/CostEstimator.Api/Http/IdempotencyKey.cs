using System.Text;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Http;

/// <summary>The key by which a client marks repetitions of one request: quoted, as the IETF's draft has it, or bare.</summary>
internal static class IdempotencyKey
{
    /// <summary>The header with the key.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The greatest number of characters in a key, without its quotes.</summary>
    public const int MostCharacters = 255;

    /// <summary>Reads the key of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="problem">Why it cannot be read; null: it can, or there is none.</param>
    /// <returns>The key, the same whether it came quoted or bare; null: there is none.</returns>
    public static string? Read(HttpRequest request, out Problem? problem)
    {
        problem = null;
        if (!request.Headers.TryGetValue(Header, out var values))
        {
            return null;
        }

        var key = values is [{ } value] ? KeyOf(value.AsSpan().Trim(" \t")) : null;
        if (key is not { Length: >= 1 and <= MostCharacters })
        {
            problem = Problem.Of(Fault.Of(ProblemKind.BadHeader, Place.Of(Header), Templates.BadIdempotencyKey, ("most", MostCharacters)));
            return null;
        }

        return key;
    }

    private static string? KeyOf(ReadOnlySpan<char> value) => value is ['"', .. var inside, '"'] ? Unquoted(inside)
        : value.ContainsAnyExceptInRange('!', '~') || value.Contains('"') ? null
        : value.ToString();

    // A backslash stands before a quote or another backslash, and nowhere else (RFC 9651, 3.3.3).
    private static string? Unquoted(ReadOnlySpan<char> text)
    {
        var key = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length; place++)
        {
            var isEscaped = text[place] == '\\' && ++place < text.Length;
            if (place == text.Length || text[place] is < ' ' or > '~' || isEscaped != (text[place] is '"' or '\\'))
            {
                return null;
            }

            key.Append(text[place]);
        }

        return key.ToString();
    }
}
