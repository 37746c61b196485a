namespace CostEstimator.Storage.PriceLists;

/// <content>The titles of the kinds of problem.</content>
public static partial class Templates
{
    /// <summary>The title of <c>bad-request</c>.</summary>
    public static readonly Template TitleBadRequest = new("problem.bad-request", "Request not understood", "Запрос не распознан", "İstek anlaşılamadı");

    /// <summary>The title of <c>bad-parameter</c>.</summary>
    public static readonly Template TitleBadParameter = new("problem.bad-parameter", "Parameter not understood", "Параметр не распознан", "Parametre anlaşılamadı");

    /// <summary>The title of <c>unknown-parameter</c>.</summary>
    public static readonly Template TitleUnknownParameter = new("problem.unknown-parameter", "Unknown parameter", "Неизвестный параметр", "Bilinmeyen parametre");

    /// <summary>The title of <c>repeated-parameter</c>.</summary>
    public static readonly Template TitleRepeatedParameter = new("problem.repeated-parameter", "Repeated parameter", "Повторяющийся параметр", "Yinelenen parametre");

    /// <summary>The title of <c>bad-body</c>.</summary>
    public static readonly Template TitleBadBody = new("problem.bad-body", "Body not understood", "Тело запроса не распознано", "İstek gövdesi anlaşılamadı");

    /// <summary>The title of <c>bad-header</c>.</summary>
    public static readonly Template TitleBadHeader = new("problem.bad-header", "Header not understood", "Заголовок не распознан", "Başlık anlaşılamadı");

    /// <summary>The title of <c>unknown-field</c>.</summary>
    public static readonly Template TitleUnknownField = new("problem.unknown-field", "Unknown field", "Неизвестное поле", "Bilinmeyen alan");

    /// <summary>The title of <c>duplicate-key</c>.</summary>
    public static readonly Template TitleDuplicateKey = new("problem.duplicate-key", "Duplicate key", "Повторяющийся ключ", "Yinelenen anahtar");

    /// <summary>The title of <c>nothing-to-price</c>.</summary>
    public static readonly Template TitleNothingToPrice = new("problem.nothing-to-price", "Nothing to price", "Нечего рассчитывать", "Fiyatlandırılacak bir şey yok");

    /// <summary>The title of <c>too-many-items</c>.</summary>
    public static readonly Template TitleTooManyItems = new("problem.too-many-items", "Too many items", "Слишком много позиций", "Çok fazla kalem");

    /// <summary>The title of <c>unknown-treatment</c>.</summary>
    public static readonly Template TitleUnknownTreatment = new("problem.unknown-treatment", "Unknown treatment", "Неизвестный вид лечения", "Bilinmeyen tedavi");

    /// <summary>The title of <c>unknown-programme</c>.</summary>
    public static readonly Template TitleUnknownProgramme = new("problem.unknown-programme", "Unknown programme", "Неизвестная программа", "Bilinmeyen program");

    /// <summary>The title of <c>impossible-quantity</c>.</summary>
    public static readonly Template TitleImpossibleQuantity = new("problem.impossible-quantity", "Impossible quantity", "Недопустимое количество", "Geçersiz miktar");

    /// <summary>The title of <c>unknown-fact</c>.</summary>
    public static readonly Template TitleUnknownFact = new("problem.unknown-fact", "Unknown fact", "Неизвестное обстоятельство", "Tanımlı olmayan bilgi");

    /// <summary>The title of <c>unknown-value</c>.</summary>
    public static readonly Template TitleUnknownValue = new("problem.unknown-value", "Unknown value", "Неизвестное значение", "Bilinmeyen değer");

    /// <summary>The title of <c>unknown-currency</c>.</summary>
    public static readonly Template TitleUnknownCurrency = new("problem.unknown-currency", "Unknown currency", "Неизвестная валюта", "Bilinmeyen para birimi");

    /// <summary>The title of <c>no-exchange-rate</c>.</summary>
    public static readonly Template TitleNoExchangeRate = new("problem.no-exchange-rate", "No exchange rate", "Нет обменного курса", "Döviz kuru yok");

    /// <summary>The title of <c>unknown-language</c>.</summary>
    public static readonly Template TitleUnknownLanguage = new("problem.unknown-language", "Unknown language", "Неизвестный язык", "Bilinmeyen dil");

    /// <summary>The title of <c>too-many-scenarios</c>.</summary>
    public static readonly Template TitleTooManyScenarios = new("problem.too-many-scenarios", "Too many unknown facts", "Слишком много неизвестных обстоятельств", "Çok fazla bilinmeyen bilgi");

    /// <summary>The title of <c>idempotency-key-reused</c>.</summary>
    public static readonly Template TitleIdempotencyKeyReused = new("problem.idempotency-key-reused", "Idempotency key used before", "Ключ идемпотентности уже использован", "Idempotency anahtarı daha önce kullanılmış");

    /// <summary>The title of <c>key-missing</c>.</summary>
    public static readonly Template TitleKeyMissing = new("problem.key-missing", "Key missing", "Нет ключа", "Anahtar eksik");

    /// <summary>The title of <c>unknown-key</c>.</summary>
    public static readonly Template TitleUnknownKey = new("problem.unknown-key", "Unknown key", "Неизвестный ключ", "Bilinmeyen anahtar");

    /// <summary>The title of <c>origin-not-allowed</c>.</summary>
    public static readonly Template TitleOriginNotAllowed = new("problem.origin-not-allowed", "Origin not allowed", "Запросы с этого сайта не разрешены", "Bu siteden isteklere izin verilmiyor");

    /// <summary>The title of <c>not-found</c>.</summary>
    public static readonly Template TitleNotFound = new("problem.not-found", "Not found", "Не найдено", "Bulunamadı");

    /// <summary>The title of <c>method-not-allowed</c>.</summary>
    public static readonly Template TitleMethodNotAllowed = new("problem.method-not-allowed", "Method not allowed", "Метод не поддерживается", "Yönteme izin verilmiyor");

    /// <summary>The title of <c>not-acceptable</c>.</summary>
    public static readonly Template TitleNotAcceptable = new("problem.not-acceptable", "Not acceptable", "Недоступный тип ответа", "Kabul edilmeyen yanıt türü");

    /// <summary>The title of <c>request-timeout</c>.</summary>
    public static readonly Template TitleRequestTimeout = new("problem.request-timeout", "Request timed out", "Время ожидания запроса истекло", "İstek zaman aşımına uğradı");

    /// <summary>The title of <c>idempotency-key-in-use</c>.</summary>
    public static readonly Template TitleIdempotencyKeyInUse = new("problem.idempotency-key-in-use", "Idempotency key in use", "Запрос с этим ключом ещё выполняется", "Bu anahtarla bir istek sürüyor");

    /// <summary>The title of <c>body-too-large</c>.</summary>
    public static readonly Template TitleBodyTooLarge = new("problem.body-too-large", "Body too large", "Слишком большое тело запроса", "İstek gövdesi çok büyük");

    /// <summary>The title of <c>unsupported-media-type</c>.</summary>
    public static readonly Template TitleUnsupportedMediaType = new("problem.unsupported-media-type", "Unsupported media type", "Неподдерживаемый тип данных", "Desteklenmeyen veri türü");

    /// <summary>The title of <c>too-many-requests</c>.</summary>
    public static readonly Template TitleTooManyRequests = new("problem.too-many-requests", "Too many requests", "Слишком много запросов", "Çok fazla istek");

    /// <summary>The title of <c>internal</c>.</summary>
    public static readonly Template TitleInternal = new("problem.internal", "Fault of the product", "Внутренняя ошибка", "İç hata");

    /// <summary>The title of <c>unavailable</c>.</summary>
    public static readonly Template TitleUnavailable = new("problem.unavailable", "Unavailable", "Временно недоступно", "Şu anda kullanılamıyor");

    /// <summary>The title of <c>refused</c>.</summary>
    public static readonly Template TitleRefused = new("problem.refused", "Request refused", "Запрос отклонён", "İstek reddedildi");
}
