using System.Runtime.CompilerServices;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>A test that needs programs of the machine: skipped with a reason where one is missing, but failing in CI, where all must be.</summary>
public class ProgramFactAttribute : FactAttribute
{
    private static readonly string[] FoldersOffThePath = ["/usr/sbin", "/usr/local/sbin"];

    /// <param name="program">The program.</param>
    /// <param name="other">Another one, if need be.</param>
    /// <param name="sourceFilePath">Where the test stands.</param>
    /// <param name="sourceLineNumber">Where the test stands.</param>
    public ProgramFactAttribute(
        string program, string? other = null, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        (Program, Other) = (program, other);
        var missing = new[] { program, other }.OfType<string>().Where(name => Find(name) is null).ToList();
        if (missing.Count > 0 && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = $"Not on the PATH: {string.Join(", ", missing)}. The README says how to install what the tests need.";
        }
    }

    public string Program { get; }

    public string? Other { get; }

    /// <summary>Where a program is; null: nowhere.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(FoldersOffThePath)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
