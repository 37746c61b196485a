using CostEstimator.Storage.Quotes;
using Org.BouncyCastle.Crypto.Fpe;
using Org.BouncyCastle.Crypto.Parameters;

namespace CostEstimator.Storage.Tests.Quotes;

public sealed class ReferenceCipherTests
{
    private const int Bits = 60;
    private const ulong Mask = (1UL << Bits) - 1;

    private static readonly byte[] Key = [.. Enumerable.Range(1, ReferenceCipher.BytesOfKey).Select(place => (byte)(place * 7))];

    /// <summary>Numbers with few bits, with many, and with those of the moment.</summary>
    private static ulong[] Numbers => [0, 1, 2, 1UL << 29, 1UL << 30, 1UL << 59, Mask, Mask - 1, .. Enumerable.Range(0, 300).Select(place => (ulong)place * 3_843_071_682_022_823 & Mask)];

    [Fact]
    public void Encrypt_AnyNumbers_IsWhatTheStandardSays()
    {
        using var cipher = new ReferenceCipher(Key);
        var references = Numbers;

        cipher.Encrypt(references);

        Assert.Equal(Array.ConvertAll(Numbers, number => Standard(number, isEncryption: true)), references);
    }

    [Fact]
    public void Decrypt_AnyReferences_IsWhatTheStandardSays()
    {
        using var cipher = new ReferenceCipher(Key);
        var numbers = Numbers;

        cipher.Decrypt(numbers);

        Assert.Equal(Array.ConvertAll(Numbers, reference => Standard(reference, isEncryption: false)), numbers);
    }

    [Fact]
    public void Decrypt_OneAtATime_GivesTheNumbersThatWereEncryptedTogether()
    {
        using var cipher = new ReferenceCipher(Key);
        var values = Numbers;
        cipher.Encrypt(values);

        for (var place = 0; place < values.Length; place++)
        {
            cipher.Decrypt(values.AsSpan(place, 1));
        }

        Assert.Equal(Numbers, values);
    }

    [Fact]
    public void Encrypt_None_DoesNothing()
    {
        using var cipher = new ReferenceCipher(Key);

        cipher.Encrypt([]);
        cipher.Decrypt([]);
    }

    [Fact]
    public void Encrypt_OtherKey_GivesOtherReferences()
    {
        using var cipher = new ReferenceCipher(Key);
        using var other = new ReferenceCipher([.. Key[..^1], 0]);
        var (references, others) = (Numbers, Numbers);

        cipher.Encrypt(references);
        other.Encrypt(others);

        Assert.Empty(references.Intersect(others));
    }

    // Bouncy Castle takes digits, here binary ones, the first of which counts most.
    private static ulong Standard(ulong value, bool isEncryption)
    {
        var engine = new FpeFf1Engine();
        engine.Init(isEncryption, new FpeParameters(new KeyParameter(Key), 2, []));
        byte[] digits = [.. Enumerable.Range(0, Bits).Select(place => (byte)(value >> (Bits - 1 - place) & 1))];
        var result = new byte[Bits];
        engine.ProcessBlock(digits, 0, Bits, result, 0);
        return result.Aggregate(0UL, (bits, digit) => bits << 1 | digit);
    }
}
