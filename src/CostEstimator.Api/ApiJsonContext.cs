using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.ExchangeRates;
using CostEstimator.Api.Health;
using CostEstimator.Api.Http;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Programmes;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Widget;

namespace CostEstimator.Api;

/// <summary>How the API's JSON is read and written: by generated code, strictly.</summary>
/// <remarks>
/// Answers are written by <see cref="AnswerJson"/> with the default context. Its options say no more than the attribute below, which is
/// what code that only writes is generated for; the writer brings the encoder.
/// </remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EstimateResponse))]
[JsonSerializable(typeof(QuoteResponse))]
[JsonSerializable(typeof(QuoteHead))]
[JsonSerializable(typeof(QuoteRequest))]
[JsonSerializable(typeof(IReadOnlyList<TreatmentResponse>))]
[JsonSerializable(typeof(IReadOnlyList<PriceRuleResponse>))]
[JsonSerializable(typeof(IReadOnlyList<EstimateLineResponse>))]
[JsonSerializable(typeof(IReadOnlyList<NoteResponse>))]
[JsonSerializable(typeof(IReadOnlyList<ProgrammeResponse>))]
[JsonSerializable(typeof(ExchangeRatesResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(ProblemResponse))]
[JsonSerializable(typeof(WidgetTextsResponse))]
internal sealed partial class ApiJsonContext : JsonSerializerContext
{
    /// <summary>Letters of every script stand as themselves; what HTML could misread is escaped.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>What requests and answers have in common.</summary>
    public static ApiJsonContext Answers { get; } = new(Strict());

    /// <summary>Requests as a client would write them: what is not stated is left out.</summary>
    public static ApiJsonContext Requests { get; } = new(new JsonSerializerOptions(Strict()) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });

    /// <summary>Applies the same to the framework's options.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        var strict = Answers.Options;
        options.PropertyNamingPolicy = strict.PropertyNamingPolicy;
        options.PropertyNameCaseInsensitive = strict.PropertyNameCaseInsensitive;
        options.NumberHandling = strict.NumberHandling;
        options.UnmappedMemberHandling = strict.UnmappedMemberHandling;
        options.AllowDuplicateProperties = strict.AllowDuplicateProperties;
        options.RespectNullableAnnotations = strict.RespectNullableAnnotations;
        options.MaxDepth = strict.MaxDepth;
        options.Encoder = strict.Encoder;
        options.TypeInfoResolverChain.Insert(0, Answers);
    }

    private static JsonSerializerOptions Strict() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        MaxDepth = 16,
        Encoder = Encoder,
    };
}
