using System.Buffers.Binary;

namespace CostEstimator.Storage;

/// <summary>Looks into the log that a database was left with, before SQLite does.</summary>
/// <remarks>
/// SQLite takes a log over up to the first page whose checksum is wrong, and throws the rest away without a word: right where a power cut
/// has torn the last transaction, but not where whole transactions follow, which were on disk before it began. The form of the file is
/// that of SQLite's document "WAL-mode File Format".
/// </remarks>
internal static class LogFile
{
    private const int BytesOfHead = 32;
    private const int BytesOfFrameHead = 24;
    private const int PlaceOfPageSize = 8;
    private const int PlaceOfSalt = 16;
    private const int PlaceOfChecksum = 24;
    private const int PlaceOfCommit = 4;
    private const int PlaceOfFrameSalt = 8;
    private const int PlaceOfFrameChecksum = 16;
    private const int UsualPageSize = 4096;
    private const uint Magic = 0x377f0682;

    // The last one may be torn.
    private const int MostTorn = 1;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);

    /// <summary>What SQLite would throw away with a log; with one that is gone, nothing.</summary>
    public static LogLoss LossOf(string log) => LossOf(log, () => Thread.Sleep(Pause));

    /// <inheritdoc cref="LossOf(string)"/>
    internal static LogLoss LossOf(string log, Action pause)
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(log);
            var found = CommitsBeyondDamage(log);
            if (found == 0)
            {
                return LogLoss.None;
            }

            // While somebody writes, a page may be half there when it is read: then the log is another a moment later.
            pause();
            return CommitsBeyondDamage(log) != found || File.GetLastWriteTimeUtc(log) != written ? LogLoss.None
                : found <= MostTorn ? LogLoss.Last
                : LogLoss.Committed;
        }
        catch (FileNotFoundException)
        {
            // A server has stopped this moment, and taken it over.
            return LogLoss.None;
        }
    }

    private static int CommitsBeyondDamage(string log)
    {
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 20);
        var head = new byte[BytesOfHead];
        if (file.ReadAtLeast(head, BytesOfHead, throwOnEndOfStream: false) < BytesOfHead)
        {
            return 0;
        }

        var isBigEndian = (head[3] & 1) == 1;
        var sum = (First: 0u, Second: 0u);
        Add(ref sum, head.AsSpan(0, PlaceOfChecksum), isBigEndian);
        var isSound = (BinaryPrimitives.ReadUInt32BigEndian(head) & ~1u) == Magic && IsAt(head.AsSpan(PlaceOfChecksum), sum);
        var pageSize = isSound ? BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(PlaceOfPageSize)) : UsualPageSize;
        var frame = new byte[BytesOfFrameHead + pageSize];
        ulong? salt = isSound ? BinaryPrimitives.ReadUInt64BigEndian(head.AsSpan(PlaceOfSalt)) : null;

        // Where the head is damaged, any of them may be this log's.
        var commits = new Dictionary<ulong, int>();
        while (file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            var own = BinaryPrimitives.ReadUInt64BigEndian(frame.AsSpan(PlaceOfFrameSalt));
            var isOfThisLog = salt is null || own == salt;
            if (isSound)
            {
                Add(ref sum, frame.AsSpan(0, PlaceOfFrameSalt), isBigEndian);
                Add(ref sum, frame.AsSpan(BytesOfFrameHead), isBigEndian);
                isSound = isOfThisLog && IsAt(frame.AsSpan(PlaceOfFrameChecksum), sum);
            }

            // Pages of an earlier log, or of what was taken back, end nothing that was committed.
            if (!isSound && isOfThisLog && BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(PlaceOfCommit)) != 0)
            {
                commits[own] = commits.GetValueOrDefault(own) + 1;
            }
        }

        return commits.Values.DefaultIfEmpty().Max();
    }

    private static bool IsAt(ReadOnlySpan<byte> place, (uint First, uint Second) sum) =>
        (BinaryPrimitives.ReadUInt32BigEndian(place), BinaryPrimitives.ReadUInt32BigEndian(place[4..])) == sum;

    private static void Add(ref (uint First, uint Second) sum, ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        var (first, second) = sum;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            unchecked
            {
                first += (isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes)) + second;
                second += (isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..])) + first;
            }
        }

        sum = (first, second);
    }
}
