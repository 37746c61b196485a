using System.Runtime.CompilerServices;

namespace CostEstimator.Api.Tests.Browser;

/// <summary>A theory that needs a browser, under the terms of <see cref="ChromiumFactAttribute"/>.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Skip = Chromium.WhyNot;
}
