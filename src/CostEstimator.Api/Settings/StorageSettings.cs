using System.ComponentModel.DataAnnotations;

namespace CostEstimator.Api.Settings;

/// <summary>Where the product keeps its data: section <c>Storage</c>.</summary>
internal sealed class StorageSettings
{
    public const string Section = "Storage";

    /// <summary>
    /// A connection string of Microsoft.Data.Sqlite that names a file. Default: <c>cost-estimator.db</c> in the user's local
    /// application data folder.
    /// </summary>
    [Required(ErrorMessage = "Storage:ConnectionString is empty, and this user has no local application data folder for a default (is HOME set?). Set it to 'Data Source=/folder/cost-estimator.db'.")]
    public string ConnectionString { get; set; } = DefaultConnectionString();

    private static string DefaultConnectionString()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length == 0 ? "" : $"Data Source={Path.Combine(folder, "cost-estimator.db")}";
    }
}
