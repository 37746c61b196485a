using System.Text.Json.Serialization.Metadata;

namespace CostEstimator.Api.Http;

/// <summary>A part of answers, which is written as JSON once if it comes again.</summary>
/// <param name="Part">The part.</param>
/// <param name="Json">The same as JSON in UTF-8; null: it is written where it stands.</param>
internal sealed record Prewritten<T>(T Part, ReadOnlyMemory<byte>? Json)
{
    /// <summary>A part that is written now.</summary>
    /// <param name="part">The part.</param>
    /// <param name="type">Its type in <see cref="ApiJsonContext.Default"/>.</param>
    public static Prewritten<T> Of(T part, JsonTypeInfo<T> type) => new(part, AnswerJson.Of(part, type));
}
