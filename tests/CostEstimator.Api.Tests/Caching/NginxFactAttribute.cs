using System.Runtime.CompilerServices;

namespace CostEstimator.Api.Tests.Caching;

/// <summary>A test that needs nginx: skipped with a reason where there is none, but failing in CI, where one must be.</summary>
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        if (Nginx.Executable is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "There is no nginx on the PATH. Install it (on Debian: apt-get install nginx-light).";
        }
    }
}
