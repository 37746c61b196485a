namespace CostEstimator.Api.Settings;

/// <summary>Whether a server that has started rehearses: section <c>Rehearsal</c>.</summary>
internal sealed class RehearsalSettings
{
    public const string Section = "Rehearsal";

    /// <summary>Whether it does. It takes about ten seconds, and up to one core: the compiler as much as the requests. Default: yes.</summary>
    public bool Enabled { get; set; } = true;
}
