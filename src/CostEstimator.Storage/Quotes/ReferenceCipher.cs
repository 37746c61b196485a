using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// Turns numbers of quotes into their references, and back. Both are of 60 bits. Without the key, references are random bits: who knows
/// many can guess no other.
/// </summary>
/// <remarks>This is FF1 of NIST SP 800-38G, with AES, for 60 binary digits and without a tweak. An instance is for one thread at a time.</remarks>
internal sealed class ReferenceCipher : IDisposable
{
    public const int BytesOfKey = 32;

    private const int Rounds = 10;
    private const int BytesOfBlock = 16;
    private const int BitsOfHalf = 30;
    private const ulong Half = (1UL << BitsOfHalf) - 1;

    // Where the number of the round and half of the digits stand in what a round encrypts.
    private const int PlaceOfRound = 11;
    private const int PlaceOfHalf = 12;

    private readonly ICryptoTransform _aes;
    private readonly byte[] _start;
    private byte[] _blocks = [];

    public ReferenceCipher(ReadOnlySpan<byte> key)
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
        aes.SetKey(key);

        // Version, method and steps; radix 2; ten rounds, halves of 30 digits; 60 digits; a tweak of no bytes.
        _start = aes.EncryptEcb([1, 2, 1, 0, 0, 2, Rounds, BitsOfHalf, 0, 0, 0, 2 * BitsOfHalf, 0, 0, 0, 0], PaddingMode.None);
        _aes = aes.CreateEncryptor();
    }

    /// <summary>Turns numbers into the references of their quotes.</summary>
    public void Encrypt(Span<ulong> numbers)
    {
        var blocks = BlocksFor(numbers.Length);
        for (var round = 0; round < Rounds; round++)
        {
            Mix(numbers, round, blocks);
            for (var place = 0; place < numbers.Length; place++)
            {
                var (left, right) = (numbers[place] >> BitsOfHalf, numbers[place] & Half);
                numbers[place] = (right << BitsOfHalf) | unchecked(left + Mixed(blocks, place)) & Half;
            }
        }
    }

    /// <summary>Turns references into the numbers of their quotes.</summary>
    public void Decrypt(Span<ulong> references)
    {
        var blocks = BlocksFor(references.Length);
        for (var round = Rounds - 1; round >= 0; round--)
        {
            foreach (ref var reference in references)
            {
                reference = ((reference & Half) << BitsOfHalf) | (reference >> BitsOfHalf);
            }

            Mix(references, round, blocks);
            for (var place = 0; place < references.Length; place++)
            {
                var (left, right) = (references[place] >> BitsOfHalf, references[place] & Half);
                references[place] = (unchecked(left - Mixed(blocks, place)) & Half) << BitsOfHalf | right;
            }
        }
    }

    public void Dispose() => _aes.Dispose();

    private static ulong Mixed(ReadOnlySpan<byte> blocks, int place) => BinaryPrimitives.ReadUInt64BigEndian(blocks[(place * BytesOfBlock)..]);

    // Of all at once, since each call takes its time.
    private void Mix(ReadOnlySpan<ulong> values, int round, byte[] blocks)
    {
        for (var place = 0; place < values.Length; place++)
        {
            var block = blocks.AsSpan(place * BytesOfBlock, BytesOfBlock);
            _start.CopyTo(block);
            block[PlaceOfRound] ^= (byte)round;
            var half = block[PlaceOfHalf..];
            BinaryPrimitives.WriteUInt32BigEndian(half, BinaryPrimitives.ReadUInt32BigEndian(half) ^ (uint)(values[place] & Half));
        }

        if (!values.IsEmpty)
        {
            _aes.TransformBlock(blocks, 0, values.Length * BytesOfBlock, blocks, 0);
        }
    }

    private byte[] BlocksFor(int count)
    {
        if (_blocks.Length < count * BytesOfBlock)
        {
            _blocks = new byte[count * BytesOfBlock];
        }

        return _blocks;
    }
}
