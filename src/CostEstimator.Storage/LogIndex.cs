using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace CostEstimator.Storage;

/// <summary>The index of the log, <c>-shm</c>, by which all who have a database open know where in the log a page stands.</summary>
/// <remarks>
/// It says, too, how much of the log was taken over into the database file, so that nobody looks there any more. SQLite counts as taken
/// over what it has written while others went on, before it is on disk; and when the disk then says that it is not, the count stays: the
/// next one to take over begins after it, and what was lost is lost for good. So the count is set back to nothing, as if the log was
/// opened for the first time. The form of the file is that of SQLite's document "WAL-mode File Format".
/// </remarks>
internal static class LogIndex
{
    private const uint Version = 3_007_000;
    private const int BytesOfHead = 48;
    private const int PlaceOfTakenOver = 2 * BytesOfHead;

    // Whoever closes a file gives up the locks that SQLite has on it in this process: none is closed again.
    private static readonly Dictionary<(uint, uint, ulong), SafeFileHandle> Opened = [];

    /// <summary>Has the whole log taken over again, and read until it is. Nobody else may write meanwhile.</summary>
    /// <param name="database">The path of the database.</param>
    /// <exception cref="DatabaseException">The index is not known here, or cannot be written.</exception>
    public static void ForgetTakenOver(string database)
    {
        try
        {
            Forget(database);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The disk has failed, and the log of '{database}' cannot be read anew: {fault.Message}", fault);
        }
    }

    private static void Forget(string database)
    {
        var path = database + "-shm";
        if (FileIdentity.Of(path) is not { } identity)
        {
            throw Unknown(database);
        }

        lock (Opened)
        {
            var key = (identity.Major, identity.Minor, identity.Number);
            if (!Opened.TryGetValue(key, out var index))
            {
                index = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                Opened.Add(key, index);
            }

            Span<byte> heads = stackalloc byte[PlaceOfTakenOver];
            if (RandomAccess.Read(index, heads, 0) < heads.Length || !IsKnown(heads))
            {
                throw Unknown(database);
            }

            RandomAccess.Write(index, stackalloc byte[sizeof(uint)], PlaceOfTakenOver);
        }
    }

    // In the order of bytes of the machine; the head stands there twice.
    private static bool IsKnown(ReadOnlySpan<byte> heads)
    {
        var version = BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(heads) : BinaryPrimitives.ReadUInt32BigEndian(heads);
        return version == Version && heads[..BytesOfHead].SequenceEqual(heads[BytesOfHead..]);
    }

    private static DatabaseException Unknown(string database) =>
        new($"The disk has failed, and the log of '{database}' cannot be read anew while it is in use: restart the server.");
}
