using System.Buffers;
using System.IO.Compression;

namespace CostEstimator.Storage.Quotes;

/// <summary>Bytes, and what is kept of them: a third of the room or less, for about what writing all of them would take.</summary>
public sealed class CompressedBytes
{
    // The fastest there is: the next one takes a third more time for answers of a few kilobytes, to save a thirtieth of their room at best.
    private const int Quality = 0;
    private const int Window = 18;

    private CompressedBytes(ReadOnlyMemory<byte> plain, byte[] bytes)
    {
        Plain = plain;
        Bytes = bytes;
    }

    /// <summary>What was compressed.</summary>
    public ReadOnlyMemory<byte> Plain { get; }

    internal byte[] Bytes { get; }

    /// <summary>Compresses bytes.</summary>
    /// <param name="bytes">The bytes, which nobody changes any more.</param>
    public static CompressedBytes Of(ReadOnlyMemory<byte> bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes.Span, room, out var count, Quality, Window)
                ? new CompressedBytes(bytes, room[..count])
                : throw new InvalidOperationException($"{bytes.Length} bytes compress to more than {room.Length}.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <summary>The bytes that were compressed, after others.</summary>
    /// <exception cref="DatabaseException">Nothing was compressed so: somebody changed it by hand.</exception>
    internal static byte[] Append(byte[] others, byte[] compressed)
    {
        using var whole = new MemoryStream();
        whole.Write(others);
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        try
        {
            brotli.CopyTo(whole);
            return whole.ToArray();
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException)
        {
            throw new DatabaseException("A quote is damaged: its answer cannot be read.", fault) { IsDamage = true };
        }
    }
}
