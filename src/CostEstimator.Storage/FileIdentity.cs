using System.Runtime.InteropServices;

namespace CostEstimator.Storage;

/// <summary>What tells the file at a path from every other file that may come in its place, and from itself with other rights.</summary>
/// <remarks>The framework does not say it, so Linux is asked. Elsewhere it is not known.</remarks>
internal readonly record struct FileIdentity(uint Major, uint Minor, ulong Number, uint Owner, uint Group, ushort Rights, ulong Attributes)
{
    private const int RelativeToCurrentFolder = -100;
    private const int FollowLinks = 0;
    private const int FollowNoLinks = 0x100;
    private const int TypeOfFile = 0xf000;
    private const int PlainFile = 0x8000;
    private const int AllRights = 0x1ff;
    private const uint BasicFields = 0x7ff;
    private const int MayWrite = 2;

    // A C library that does not have what is asked for is one that cannot say.

    /// <summary>Whether this system tells it.</summary>
    public static bool IsKnown { get; } = Of(AppContext.BaseDirectory) is not null;

    /// <summary>The identity of the file that is at a path now; null: there is none, or it is not known here.</summary>
    public static FileIdentity? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            return StatX(RelativeToCurrentFolder, path, FollowLinks, BasicFields, out var found) == 0
                ? new FileIdentity(found.Major, found.Minor, found.Number, found.Owner, found.Group, found.Rights, found.Attributes)
                : null;
        }
        catch (TypeLoadException)
        {
            return null;
        }
    }

    /// <summary>Whether it is of the same file, whatever its rights were.</summary>
    public bool IsSameFile(FileIdentity other) => (Major, Minor, Number) == (other.Major, other.Minor, other.Number);

    /// <summary>Whether a file is there that this process may not write, whatever it could when it opened the file.</summary>
    public static bool IsReadOnly(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() && File.Exists(path) && Access(path, MayWrite) != 0;
        }
        catch (TypeLoadException)
        {
            return false;
        }
    }

    /// <summary>Gives a file the rights that another one has, if it is a file of the same owner, and nothing that only leads to one.</summary>
    /// <param name="from">The other one.</param>
    /// <param name="to">The file.</param>
    /// <returns>Whether it has them now.</returns>
    public static bool TryGiveRights(string from, string to)
    {
        try
        {
            return OperatingSystem.IsLinux()
                && StatX(RelativeToCurrentFolder, from, FollowLinks, BasicFields, out var given) == 0
                && StatX(RelativeToCurrentFolder, to, FollowNoLinks, BasicFields, out var own) == 0
                && (own.Rights & TypeOfFile) == PlainFile
                && own.Links == 1
                && own.Owner == given.Owner
                && ChangeRights(RelativeToCurrentFolder, to, given.Rights & AllRights, FollowNoLinks) == 0;
        }
        catch (TypeLoadException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "access", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Access([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int mode);

    [DllImport("libc", EntryPoint = "fchmodat", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeRights(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int rights, int flags);

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Found found);

    // The kernel's struct statx, the same on all processors.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Found
    {
        [FieldOffset(8)]
        public ulong Attributes;

        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Rights;

        [FieldOffset(32)]
        public ulong Number;

        [FieldOffset(136)]
        public uint Major;

        [FieldOffset(140)]
        public uint Minor;
    }
}
