namespace CostEstimator.Storage.PriceLists;

/// <content>What is said of requests that are refused because of who sends them, how often, or how often the same one.</content>
public static partial class Templates
{
    /// <summary>No key, where one is demanded.</summary>
    public static readonly Template NoKey = new(
        "problem.key-missing.detail",
        "This server answers partners only: send your key in the header X-Api-Key.",
        "Этот сервер отвечает только партнёрам: передайте свой ключ в заголовке X-Api-Key.",
        "Bu sunucu yalnızca iş ortaklarına yanıt verir: anahtarınızı X-Api-Key başlığında gönderin.");

    /// <summary>A key that no partner has.</summary>
    public static readonly Template NoSuchKey = new(
        "problem.unknown-key.detail",
        "The key in the header X-Api-Key is not known, or was replaced or revoked. Leave the header out, or send the key as it was issued.",
        "Ключ из заголовка X-Api-Key неизвестен, заменён или отозван. Уберите заголовок или передайте ключ в том виде, в каком он был выдан.",
        "X-Api-Key başlığındaki anahtar bilinmiyor, değiştirilmiş ya da iptal edilmiş. Başlığı kaldırın ya da anahtarı verildiği biçimiyle gönderin.");

    /// <summary>A page that may not use a partner's key.</summary>
    public static readonly Template OriginOfNoPartner = new(
        "problem.origin-not-allowed.detail",
        "Pages of '{origin}' may not issue quotes with this key; it is for the origins registered with the partner.",
        "Страницы сайта «{origin}» не могут оформлять расчёты с этим ключом: он действует только для сайтов, указанных партнёром.",
        "“{origin}” sayfaları bu anahtarla fiyat hesabı oluşturamaz; anahtar yalnızca iş ortağının kayıtlı siteleri içindir.");

    /// <summary>More requests than a caller has left.</summary>
    public static readonly Template RequestsTooMany = new(
        "problem.too-many-requests.detail",
        "More than {limit} requests came within a minute. Try again in {seconds} s.",
        "За минуту поступило больше запросов, чем допускается ({limit}). Повторите попытку через {seconds} с.",
        "Bir dakika içinde izin verilenden ({limit}) fazla istek geldi. {seconds} sn sonra yeniden deneyin.");

    /// <summary>An idempotency key that cannot be read.</summary>
    public static readonly Template BadIdempotencyKey = new(
        "problem.bad-header.idempotency-key",
        "The header Idempotency-Key must hold one key of 1 to {most} visible ASCII characters, quoted or bare.",
        "Заголовок Idempotency-Key должен содержать один ключ от 1 до {most} видимых символов ASCII, в кавычках или без них.",
        "Idempotency-Key başlığı, tırnaklı ya da tırnaksız, 1 ile {most} arasında görünür ASCII karakterden oluşan tek bir anahtar içermelidir.");

    /// <summary>An idempotency key that came with another body before.</summary>
    public static readonly Template IdempotencyKeyOfOtherBody = new(
        "problem.idempotency-key-reused.detail",
        "This Idempotency-Key came with another body within the last {hours} hours. Send a key of its own with each request that is not a repetition.",
        "За последние {hours} ч этот Idempotency-Key уже был передан с другим телом запроса. Для каждого нового запроса нужен свой ключ.",
        "Bu Idempotency-Key son {hours} saat içinde başka bir istek gövdesiyle gönderildi. Yineleme olmayan her isteğe kendi anahtarını verin.");

    /// <summary>An idempotency key whose request still runs.</summary>
    public static readonly Template IdempotencyKeyRuns = new(
        "problem.idempotency-key-in-use.detail",
        "A request with this Idempotency-Key is still running. Try again in a moment; the answer will be the same.",
        "Запрос с этим Idempotency-Key ещё выполняется. Повторите попытку чуть позже: ответ будет тем же.",
        "Bu Idempotency-Key ile gönderilen bir istek hâlâ işleniyor. Birazdan yeniden deneyin; yanıt aynı olacaktır.");
}
