namespace CostEstimator.Api.CommandLine;

/// <summary>What the program tells whoever started it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int NotUnderstood = 2;
}
