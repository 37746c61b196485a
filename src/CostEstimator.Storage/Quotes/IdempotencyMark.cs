using System.Security.Cryptography;
using System.Text;

namespace CostEstimator.Storage.Quotes;

/// <summary>What tells a repeated request from a new one: digests of whose key it is with the key, and of its body.</summary>
/// <remarks>Neither the key nor who sent it is kept: without the key, which is hard to guess, the digest tells nothing.</remarks>
public sealed class IdempotencyMark
{
    private readonly byte[] _key;
    private readonly byte[] _body;

    private IdempotencyMark(byte[] key, byte[] body)
    {
        _key = key;
        _body = body;
    }

    /// <summary>The digest of whose key it is with the key.</summary>
    public ReadOnlyMemory<byte> Key => _key;

    /// <summary>The digest of the body.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>Marks a request.</summary>
    /// <param name="owner">Whose key it is: keys of different owners have nothing to do with each other.</param>
    /// <param name="key">The key.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static IdempotencyMark Of(string owner, string key, ReadOnlySpan<byte> body) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}\n{key}")), SHA256.HashData(body));

    internal static IdempotencyMark Stored(byte[] key, byte[] body) => new(key, body);

    /// <summary>Whether both are of the same body.</summary>
    public bool IsOfSameBody(IdempotencyMark other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _body.AsSpan().SequenceEqual(other._body);
    }
}
