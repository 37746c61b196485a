using System.Runtime.CompilerServices;

namespace CostEstimator.Api.Tests.Browser;

/// <summary>A test that needs a browser: skipped with a reason where there is none, but failing in CI, where one must be.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Skip = Chromium.WhyNot;
}
