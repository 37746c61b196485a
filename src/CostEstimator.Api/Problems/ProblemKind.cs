namespace CostEstimator.Api.Problems;

/// <summary>A kind of problem: its code, which ends the URN of the type, its title and its status code.</summary>
internal sealed record ProblemKind(string Code, string Title, int Status)
{
    public static readonly ProblemKind BadRequest = new("bad-request", "Request not understood", StatusCodes.Status400BadRequest);
    public static readonly ProblemKind BadParameter = new("bad-parameter", "Parameter not understood", StatusCodes.Status400BadRequest);
    public static readonly ProblemKind UnknownParameter = new("unknown-parameter", "Unknown parameter", StatusCodes.Status400BadRequest);
    public static readonly ProblemKind RepeatedParameter = new("repeated-parameter", "Repeated parameter", StatusCodes.Status400BadRequest);
    public static readonly ProblemKind BadBody = new("bad-body", "Body not understood", StatusCodes.Status400BadRequest);
    public static readonly ProblemKind UnknownField = new("unknown-field", "Unknown field", StatusCodes.Status400BadRequest);
    public static readonly ProblemKind DuplicateKey = new("duplicate-key", "Duplicate key", StatusCodes.Status400BadRequest);

    public static readonly ProblemKind NothingToPrice = new("nothing-to-price", "Nothing to price", StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind TooManyItems = new("too-many-items", "Too many items", StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownTreatment = new("unknown-treatment", "Unknown treatment", StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind ImpossibleQuantity = new("impossible-quantity", "Impossible quantity", StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownFact = new("unknown-fact", "Unknown fact", StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownValue = new("unknown-value", "Unknown value", StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownCurrency = new("unknown-currency", "Unknown currency", StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind NoExchangeRate = new("no-exchange-rate", "No exchange rate", StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind UnknownLanguage = new("unknown-language", "Unknown language", StatusCodes.Status422UnprocessableEntity);
    public static readonly ProblemKind TooManyScenarios = new("too-many-scenarios", "Too many unknown facts", StatusCodes.Status422UnprocessableEntity);

    public static readonly ProblemKind NotFound = new("not-found", "Not found", StatusCodes.Status404NotFound);
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", "Method not allowed", StatusCodes.Status405MethodNotAllowed);
    public static readonly ProblemKind NotAcceptable = new("not-acceptable", "Not acceptable", StatusCodes.Status406NotAcceptable);
    public static readonly ProblemKind RequestTimeout = new("request-timeout", "Request timed out", StatusCodes.Status408RequestTimeout);
    public static readonly ProblemKind BodyTooLarge = new("body-too-large", "Body too large", StatusCodes.Status413PayloadTooLarge);
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", "Unsupported media type", StatusCodes.Status415UnsupportedMediaType);
    public static readonly ProblemKind Internal = new("internal", "Fault of the product", StatusCodes.Status500InternalServerError);
    public static readonly ProblemKind Unavailable = new("unavailable", "Unavailable", StatusCodes.Status503ServiceUnavailable);

    /// <summary>The URN that is the type of the problem.</summary>
    public string Type => $"urn:cost-estimator:problem:{Code}";
}
