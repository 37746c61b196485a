using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CostEstimator.Storage.Partners;

/// <summary>The secret by which a partner is known: <c>tce_</c>, eight digits that tell keys apart, and 256 random bits.</summary>
/// <remarks>It is shown once, to whoever adds the partner. What is kept is its identifier, and a digest to compare with.</remarks>
public sealed class PartnerKey
{
    private const string Mark = "tce_";
    private const int IdBytes = 4;
    private const int SecretBytes = 32;
    private const char Separator = '_';

    private static readonly int IdLength = Mark.Length + (2 * IdBytes);
    private static readonly int Length = IdLength + 1 + Base64Url.GetEncodedLength(SecretBytes);

    private PartnerKey(string text) => Text = text;

    /// <summary>The whole key.</summary>
    public string Text { get; }

    /// <summary>Its readable beginning, which is no secret: <c>tce_3f9a1c2b</c>.</summary>
    public string Id => Text[..IdLength];

    /// <summary>Makes a key that nobody has.</summary>
    public static PartnerKey Create() => new(
        $"{Mark}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}{Separator}{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}");

    /// <summary>The identifier that a text begins with if it may be a key; null: it certainly is none.</summary>
    public static string? IdOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length && text[IdLength] == Separator && text.StartsWith(Mark, StringComparison.Ordinal) ? text[..IdLength] : null;
    }

    /// <summary>What is kept of a key: SHA-256, which needs no salt and no delay where 256 bits are random.</summary>
    public static byte[] DigestOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
