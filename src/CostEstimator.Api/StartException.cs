namespace CostEstimator.Api;

/// <summary>The program cannot start, or do what a verb asks; the messages tell an operator why.</summary>
internal sealed class StartException(IReadOnlyCollection<string> messages) : Exception(string.Join(Environment.NewLine, messages))
{
    public StartException(string message)
        : this([message])
    {
    }

    public IReadOnlyCollection<string> Messages { get; } = messages;
}
