using System.Reflection;

namespace CostEstimator.Api.Hosting;

/// <summary>Which build this is.</summary>
internal static class ProductVersion
{
    /// <summary>The version, without the commit that a build may add to it.</summary>
    public static string Text { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
