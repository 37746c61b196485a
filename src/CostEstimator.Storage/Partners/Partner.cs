using System.Collections.Immutable;
using System.Security.Cryptography;

namespace CostEstimator.Storage.Partners;

/// <summary>A site that integrates the product.</summary>
/// <param name="Code">Its code, never given to another partner.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Origins">The origins whose pages may issue quotes with its key, as browsers write them: <c>https://clinic.example</c>.</param>
/// <param name="PerMinute">How many requests it may send a minute; 0: as many as it likes.</param>
/// <param name="KeyId">The readable beginning of its key.</param>
/// <param name="KeyDigest">The digest of its key.</param>
/// <param name="KeySince">When it got this key.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="RevokedAt">When its key was revoked for good; null: it holds.</param>
public sealed record Partner(
    string Code,
    string Name,
    ImmutableArray<string> Origins,
    int PerMinute,
    string KeyId,
    ReadOnlyMemory<byte> KeyDigest,
    DateTimeOffset KeySince,
    DateTimeOffset AddedAt,
    DateTimeOffset? RevokedAt)
{
    /// <summary>The greatest number of requests a minute that a partner can be limited to.</summary>
    public const int MostPerMinute = 1_000_000;

    /// <summary>The greatest length of a name.</summary>
    public const int MostNameLength = 200;

    /// <summary>Whether this is the partner's key, and holds; how long the answer takes says nothing about the key.</summary>
    public bool Holds(string key) => CryptographicOperations.FixedTimeEquals(PartnerKey.DigestOf(key), KeyDigest.Span) & RevokedAt is null;
}
