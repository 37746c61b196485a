using System.Reflection;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Problems;

/// <summary>A kind of problem: its code, which ends the URN of the type, its title and its status code.</summary>
internal sealed record ProblemKind(string Code, Template Title, int Status)
{
    public static readonly ProblemKind BadRequest = new("bad-request", Templates.TitleBadRequest, StatusCodes.Status400BadRequest);
    public static readonly ProblemKind BadParameter = new("bad-parameter", Templates.TitleBadParameter, StatusCodes.Status400BadRequest);
    public static readonly ProblemKind UnknownParameter = new("unknown-parameter", Templates.TitleUnknownParameter, StatusCodes.Status400BadRequest);
    public static readonly ProblemKind RepeatedParameter = new("repeated-parameter", Templates.TitleRepeatedParameter, StatusCodes.Status400BadRequest);
    public static readonly ProblemKind BadBody = new("bad-body", Templates.TitleBadBody, StatusCodes.Status400BadRequest);
    public static readonly ProblemKind BadHeader = new("bad-header", Templates.TitleBadHeader, StatusCodes.Status400BadRequest);
    public static readonly ProblemKind UnknownField = new("unknown-field", Templates.TitleUnknownField, StatusCodes.Status400BadRequest);
    public static readonly ProblemKind DuplicateKey = new("duplicate-key", Templates.TitleDuplicateKey, StatusCodes.Status400BadRequest);

    public static readonly ProblemKind NothingToPrice = new("nothing-to-price", Templates.TitleNothingToPrice, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind TooManyItems = new("too-many-items", Templates.TitleTooManyItems, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownTreatment = new("unknown-treatment", Templates.TitleUnknownTreatment, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownProgramme = new("unknown-programme", Templates.TitleUnknownProgramme, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind ImpossibleQuantity = new("impossible-quantity", Templates.TitleImpossibleQuantity, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownFact = new("unknown-fact", Templates.TitleUnknownFact, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownValue = new("unknown-value", Templates.TitleUnknownValue, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownCurrency = new("unknown-currency", Templates.TitleUnknownCurrency, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind NoExchangeRate = new("no-exchange-rate", Templates.TitleNoExchangeRate, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownLanguage = new("unknown-language", Templates.TitleUnknownLanguage, StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind TooManyScenarios = new("too-many-scenarios", Templates.TitleTooManyScenarios, StatusCodes.Status422UnprocessableEntity);

    public static readonly ProblemKind IdempotencyKeyReused = new("idempotency-key-reused", Templates.TitleIdempotencyKeyReused, StatusCodes.Status422UnprocessableEntity);

    public static readonly ProblemKind KeyMissing = new("key-missing", Templates.TitleKeyMissing, StatusCodes.Status401Unauthorized);
    public static readonly ProblemKind UnknownKey = new("unknown-key", Templates.TitleUnknownKey, StatusCodes.Status401Unauthorized);
    public static readonly ProblemKind OriginNotAllowed = new("origin-not-allowed", Templates.TitleOriginNotAllowed, StatusCodes.Status403Forbidden);
    public static readonly ProblemKind NotFound = new("not-found", Templates.TitleNotFound, StatusCodes.Status404NotFound);
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", Templates.TitleMethodNotAllowed, StatusCodes.Status405MethodNotAllowed);
    public static readonly ProblemKind NotAcceptable = new("not-acceptable", Templates.TitleNotAcceptable, StatusCodes.Status406NotAcceptable);
    public static readonly ProblemKind RequestTimeout = new("request-timeout", Templates.TitleRequestTimeout, StatusCodes.Status408RequestTimeout);
    public static readonly ProblemKind IdempotencyKeyInUse = new("idempotency-key-in-use", Templates.TitleIdempotencyKeyInUse, StatusCodes.Status409Conflict);
    public static readonly ProblemKind BodyTooLarge = new("body-too-large", Templates.TitleBodyTooLarge, StatusCodes.Status413PayloadTooLarge);
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", Templates.TitleUnsupportedMediaType, StatusCodes.Status415UnsupportedMediaType);
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", Templates.TitleTooManyRequests, StatusCodes.Status429TooManyRequests);
    public static readonly ProblemKind Internal = new("internal", Templates.TitleInternal, StatusCodes.Status500InternalServerError);
    public static readonly ProblemKind Unavailable = new("unavailable", Templates.TitleUnavailable, StatusCodes.Status503ServiceUnavailable);

    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        .. typeof(ProblemKind).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<ProblemKind>()
            .OrderBy(kind => kind.Code, StringComparer.Ordinal)
    ];

    /// <summary>The URN that is the type of the problem.</summary>
    public string Type => $"urn:cost-estimator:problem:{Code}";
}
