namespace CostEstimator.Storage.PriceLists;

/// <content>What is said of requests that are refused for any other reason.</content>
public static partial class Templates
{
    /// <summary>A path where nothing is.</summary>
    public static readonly Template NothingThere = new(
        "problem.not-found.path",
        "There is nothing at '{path}'. The document at /openapi/v1.json lists what there is.",
        "По адресу «{path}» ничего нет. Список доступных адресов — в документе /openapi/v1.json.",
        "“{path}” adresinde bir şey yoktur. Nelerin olduğunu /openapi/v1.json belgesi listeler.");

    /// <summary>A price rule that does not exist.</summary>
    public static readonly Template NoSuchPriceRule = new(
        "problem.not-found.price-rule",
        "There is no price rule '{code}'.",
        "Ценового правила с кодом «{code}» нет.",
        "“{code}” kodlu bir fiyat kuralı yoktur.");

    /// <summary>A reference that no quote can have.</summary>
    public static readonly Template NoReference = new(
        "problem.not-found.reference",
        "'{text}' is not the reference of a quote, such as Q-7F3K-29QX-B5M1.",
        "«{text}» — не номер расчёта; пример номера: Q-7F3K-29QX-B5M1.",
        "“{text}” bir fiyat hesabı numarası değildir; örnek: Q-7F3K-29QX-B5M1.");

    /// <summary>A quote that does not exist.</summary>
    public static readonly Template NoSuchQuote = new(
        "problem.not-found.quote",
        "There is no quote {reference}.",
        "Расчёта {reference} нет.",
        "{reference} numaralı bir fiyat hesabı yoktur.");

    /// <summary>A method that is not allowed.</summary>
    public static readonly Template NoSuchMethod = new(
        "problem.method-not-allowed.detail",
        "'{method}' is not allowed here; allowed is {allowed}.",
        "Метод «{method}» здесь не поддерживается; допускается {allowed}.",
        "“{method}” yöntemine burada izin verilmez; izin verilen: {allowed}.");

    /// <summary>A client that takes no JSON.</summary>
    public static readonly Template JsonNotAccepted = new(
        "problem.not-acceptable.detail",
        "The answer is application/json, which the Accept header leaves out.",
        "Ответ имеет тип application/json, которого нет в заголовке Accept.",
        "Yanıt application/json türündedir; Accept başlığı bunu içermiyor.");

    /// <summary>A body that came too slowly.</summary>
    public static readonly Template BodyTooSlow = new(
        "problem.request-timeout.detail",
        "The body came too slowly.",
        "Тело запроса поступало слишком медленно.",
        "İstek gövdesi çok yavaş geldi.");

    /// <summary>A body that is too large.</summary>
    public static readonly Template BodyTooLong = new(
        "problem.body-too-large.detail",
        "The body is larger than {most} bytes.",
        "Тело запроса больше {most} байт.",
        "İstek gövdesi {most} bayttan büyüktür.");

    /// <summary>A body of another type.</summary>
    public static readonly Template BodyOfOtherType = new(
        "problem.unsupported-media-type.detail",
        "The body is '{type}'; it must be application/json, in UTF-8, and not compressed.",
        "Тип тела запроса — «{type}»; нужен application/json в UTF-8, без сжатия.",
        "Gövde “{type}” türünde; application/json, UTF-8 ve sıkıştırılmamış olmalıdır.");

    /// <summary>A body that is compressed.</summary>
    public static readonly Template BodyCompressed = new(
        "problem.unsupported-media-type.compressed",
        "The body is compressed as '{coding}'; it must be application/json, in UTF-8, and not compressed.",
        "Тело запроса сжато («{coding}»); нужен application/json в UTF-8, без сжатия.",
        "Gövde “{coding}” ile sıkıştırılmış; application/json, UTF-8 ve sıkıştırılmamış olmalıdır.");

    /// <summary>A body of no type.</summary>
    public static readonly Template BodyOfNoType = new(
        "problem.unsupported-media-type.none",
        "The body has no Content-Type; it must be application/json, in UTF-8, and not compressed.",
        "У тела запроса нет Content-Type; нужен application/json в UTF-8, без сжатия.",
        "Gövdenin Content-Type başlığı yok; application/json, UTF-8 ve sıkıştırılmamış olmalıdır.");

    /// <summary>A request that the server could not read.</summary>
    public static readonly Template RequestBroken = new(
        "problem.bad-request.detail",
        "The request is malformed, or broke off before its end.",
        "Запрос составлен неверно или прервался до конца.",
        "İstek hatalı biçimlendirilmiş ya da bitmeden kesilmiştir.");

    /// <summary>A request that the framework refused for another reason.</summary>
    public static readonly Template RequestRefused = new(
        "problem.refused.detail",
        "The request was refused.",
        "Запрос отклонён.",
        "İstek reddedildi.");

    /// <summary>A database that cannot be used.</summary>
    public static readonly Template DatabaseUnavailable = new(
        "problem.unavailable.detail",
        "The database cannot be used at the moment; this request has kept nothing. Try again later.",
        "База данных сейчас недоступна; по этому запросу ничего не сохранено. Повторите попытку позже.",
        "Veritabanı şu anda kullanılamıyor; bu istekle hiçbir şey kaydedilmedi. Daha sonra yeniden deneyin.");

    /// <summary>A database that cannot be read: whether there is such a quote, nobody knows.</summary>
    public static readonly Template DatabaseUnreadable = new(
        "problem.unavailable.reading",
        "The database cannot be read at the moment. Try again later.",
        "Прочитать базу данных сейчас нельзя. Повторите попытку позже.",
        "Veritabanı şu anda okunamıyor. Daha sonra yeniden deneyin.");

    /// <summary>Price data that cannot be read: an operator's business.</summary>
    public static readonly Template PriceDataUnreadable = new(
        "problem.unavailable.price-data",
        "The price data of the database changed and cannot be read; older ones stay in force. {reason}",
        "Данные о ценах в базе изменились, и прочитать их нельзя; действуют прежние. {reason}",
        "Veritabanındaki fiyat verileri değişti ve okunamıyor; öncekiler geçerliliğini koruyor. {reason}");

    /// <summary>A price list of which nothing is in force: an operator's business.</summary>
    public static readonly Template NoRuleInForce = new(
        "problem.unavailable.no-rule",
        "No price rule is in force on {day}: everything is on request. Import a price list that is.",
        "На {day} не действует ни одно ценовое правило: все цены — по запросу. Загрузите действующий прайс-лист.",
        "{day} tarihinde yürürlükte olan bir fiyat kuralı yok: tüm fiyatlar talep üzerine. Yürürlükte olan bir fiyat listesi yükleyin.");

    /// <summary>A database that cannot be written: an operator's business.</summary>
    public static readonly Template QuotesNotKept = new(
        "problem.unavailable.quotes",
        "Quotes cannot be kept: {reason}",
        "Расчёты не сохраняются: {reason}",
        "Fiyat hesapları kaydedilemiyor: {reason}");

    /// <summary>A quote that is damaged: only a backup has it.</summary>
    public static readonly Template QuoteDamaged = new(
        "problem.unavailable.quote",
        "What is kept of this quote is damaged, so it is not shown. Ask us for it: a backup may have it.",
        "Данные этого расчёта повреждены, поэтому он не показан. Обратитесь к нам: расчёт может быть в резервной копии.",
        "Bu fiyat hesabının saklanan verileri hasarlı olduğu için gösterilmiyor. Bize başvurun: yedekte bulunabilir.");

    /// <summary>A database of which a quote was found damaged: an operator's business.</summary>
    public static readonly Template DatabaseDamaged = new(
        "problem.unavailable.damaged",
        "The database is damaged. Stop the server, and put a backup in its place. {reason}",
        "База данных повреждена. Остановите сервер и восстановите резервную копию. {reason}",
        "Veritabanı hasarlı. Sunucuyu durdurun ve yedeği yerine koyun. {reason}");

    /// <summary>A fault of ours.</summary>
    public static readonly Template OurFault = new(
        "problem.internal.detail",
        "The product failed at this request. It is our fault, and it was logged.",
        "При обработке запроса произошёл сбой. Это наша ошибка, она записана в журнал.",
        "İstek işlenirken bir hata oluştu. Hata bizden kaynaklanıyor ve kayda geçti.");

    /// <summary>More than one fault.</summary>
    public static readonly Template MoreFaults = new(
        "problem.more-faults",
        "{first} There are {count} faults; 'errors' lists them all.",
        "{first} Всего ошибок: {count}; все они перечислены в «errors».",
        "{first} Toplam {count} hata var; tümü “errors” içinde listelenmiştir.");
}
