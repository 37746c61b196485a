namespace CostEstimator.Api.Settings;

/// <summary>What partners' keys are for: section <c>Partners</c>.</summary>
internal sealed class PartnersSettings
{
    public const string Section = "Partners";

    /// <summary>Whether requests without a partner's key are refused. Default: no.</summary>
    public bool RequireKey { get; set; }
}
