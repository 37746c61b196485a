namespace CostEstimator.Api.OpenApi;

/// <summary>The names of schemas: those of the wire types, without the suffix that tells them from the types of Pricing.</summary>
internal static class SchemaNames
{
    private const string Suffix = "Response";

    public static string Of(Type type) => type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name[..^Suffix.Length] : type.Name;
}
