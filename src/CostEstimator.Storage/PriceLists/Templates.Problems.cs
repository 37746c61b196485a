namespace CostEstimator.Storage.PriceLists;

/// <content>What is said of requests that are refused.</content>
public static partial class Templates
{
    /// <summary>A parameter that should be a day.</summary>
    public static readonly Template BadDay = new(
        "problem.bad-parameter.day",
        "'{text}' is not a day of the form yyyy-MM-dd, such as 2026-11-22.",
        "«{text}» не является датой в формате ГГГГ-ММ-ДД; пример: 2026-11-22.",
        "“{text}” YYYY-AA-GG biçiminde bir tarih değildir; örnek: 2026-11-22.");

    /// <summary>A parameter that should be an item.</summary>
    public static readonly Template BadItem = new(
        "problem.bad-parameter.item",
        "'{text}' is not an item. Write a treatment alone or with a quantity: chemotherapy, chemotherapy:4, chemotherapy:4-6, chemotherapy:4- for at least 4.",
        "«{text}» не распознано как позиция. Укажите код вида лечения, без количества или с ним: chemotherapy, chemotherapy:4, chemotherapy:4-6, chemotherapy:4- (не менее 4).",
        "“{text}” bir kalem değildir. Tedavi kodunu tek başına ya da miktarıyla yazın: chemotherapy, chemotherapy:4, chemotherapy:4-6, en az 4 için chemotherapy:4-.");

    /// <summary>A parameter that should be a fact and its value.</summary>
    public static readonly Template BadFact = new(
        "problem.bad-parameter.fact",
        "'{text}' is not a fact and its value. Write fact:value, such as donor:related.",
        "«{text}» не соответствует виду «обстоятельство:значение». Укажите код и значение через двоеточие; пример: donor:related.",
        "“{text}” bir bilgi ve değeri değildir. Kodu ve değeri iki noktayla yazın; örnek: donor:related.");

    /// <summary>A parameter that does not exist.</summary>
    public static readonly Template NoSuchParameter = new(
        "problem.unknown-parameter.detail",
        "There is no parameter '{name}' here.",
        "Параметра «{name}» здесь нет.",
        "Burada “{name}” parametresi yoktur.");

    /// <summary>A single parameter that stands more than once.</summary>
    public static readonly Template ParameterRepeated = new(
        "problem.repeated-parameter.detail",
        "Parameter '{name}' may stand only once.",
        "Параметр «{name}» можно указать только один раз.",
        "“{name}” parametresi yalnızca bir kez verilebilir.");

    /// <summary>A fact that is stated more than once.</summary>
    public static readonly Template FactRepeated = new(
        "problem.repeated-parameter.fact",
        "Fact '{fact}' is stated more than once.",
        "Обстоятельство «{fact}» указано более одного раза.",
        "“{fact}” bilgisi birden fazla kez verilmiştir.");

    /// <summary>A body that is no JSON.</summary>
    public static readonly Template NotJson = new(
        "problem.bad-body.json",
        "The body is not JSON, or is nested deeper than {levels} levels: reading broke off at line {line}, byte {byte}.",
        "Тело запроса — не JSON или вложено глубже {levels} уровней: чтение прервано в строке {line}, байт {byte}.",
        "Gövde JSON değildir ya da {levels} düzeyden daha derin iç içe geçmiştir: okuma {line}. satırın {byte}. baytında kesildi.");

    /// <summary>A value that should be an object.</summary>
    public static readonly Template NotAnObject = new(
        "problem.bad-body.object",
        "The value here must be an object.",
        "Здесь должен быть объект.",
        "Buradaki değer bir nesne olmalıdır.");

    /// <summary>A value that should be an array.</summary>
    public static readonly Template NotAnArray = new(
        "problem.bad-body.array",
        "The value here must be an array.",
        "Здесь должен быть массив.",
        "Buradaki değer bir dizi olmalıdır.");

    /// <summary>A value that should be a string.</summary>
    public static readonly Template NotAString = new(
        "problem.bad-body.string",
        "The value here must be a string.",
        "Здесь должна быть строка.",
        "Buradaki değer bir metin olmalıdır.");

    /// <summary>A value that should be a whole number.</summary>
    public static readonly Template NotAWholeNumber = new(
        "problem.bad-body.number",
        "The value here must be a whole number from {least} to {most}, written as a number.",
        "Здесь должно быть целое число от {least} до {most}, записанное числом, без кавычек.",
        "Buradaki değer {least} ile {most} arasında, sayı olarak yazılmış bir tam sayı olmalıdır.");

    /// <summary>A string that is no text.</summary>
    public static readonly Template NoText = new(
        "problem.bad-body.text",
        "The string here has bytes, or half of a surrogate pair, that stand for no character.",
        "В строке есть байты или половина суррогатной пары, которым не соответствует никакой символ.",
        "Buradaki metinde hiçbir karaktere karşılık gelmeyen baytlar ya da yarım bir vekil (surrogate) çift vardır.");

    /// <summary>A key that is no text.</summary>
    public static readonly Template NoTextAsKey = new(
        "problem.bad-body.key",
        "A key here has bytes, or half of a surrogate pair, that stand for no character.",
        "В ключе есть байты или половина суррогатной пары, которым не соответствует никакой символ.",
        "Buradaki bir anahtarda hiçbir karaktere karşılık gelmeyen baytlar ya da yarım bir vekil (surrogate) çift vardır.");

    /// <summary>A field that an object lacks.</summary>
    public static readonly Template FieldMissing = new(
        "problem.bad-body.missing",
        "The object here needs the field '{name}'.",
        "У объекта должно быть поле «{name}».",
        "Buradaki nesnede “{name}” alanı bulunmalıdır.");

    /// <summary>A field that does not exist.</summary>
    public static readonly Template NoSuchField = new(
        "problem.unknown-field.detail",
        "There is no field '{name}' here.",
        "Поля «{name}» здесь нет.",
        "Burada “{name}” alanı yoktur.");

    /// <summary>A key that stands more than once in an object.</summary>
    public static readonly Template KeyRepeated = new(
        "problem.duplicate-key.detail",
        "The key '{name}' stands more than once in the object.",
        "Ключ «{name}» встречается в объекте более одного раза.",
        "“{name}” anahtarı nesnede birden fazla kez geçmektedir.");

    /// <summary>A request that asks for nothing.</summary>
    public static readonly Template NoItem = new(
        "problem.nothing-to-price.detail",
        "The request names no item and no programme. Name at least one item, by the code of a treatment, or a programme.",
        "В запросе нет ни позиций, ни программы. Укажите хотя бы одну позицию кодом вида лечения или программу.",
        "İstekte ne kalem ne de program var. En az bir kalemi tedavi koduyla ya da bir programı belirtin.");

    /// <summary>A request with more items than allowed.</summary>
    public static readonly Template ItemsTooMany = new(
        "problem.too-many-items.detail",
        "The request has {count} items; it may have {most}.",
        "Позиций в запросе: {count}; допускается не более {most}.",
        "İstekte {count} kalem var; en fazla {most} kalem olabilir.");

    /// <summary>A treatment that does not exist.</summary>
    public static readonly Template NoSuchTreatment = new(
        "problem.unknown-treatment.detail",
        "There is no treatment '{code}'.",
        "Вида лечения с кодом «{code}» нет.",
        "“{code}” kodlu bir tedavi yoktur.");

    /// <summary>A programme that does not exist.</summary>
    public static readonly Template NoSuchProgramme = new(
        "problem.unknown-programme.detail",
        "There is no programme '{code}'.",
        "Программы с кодом «{code}» нет.",
        "“{code}” kodlu bir program yoktur.");

    /// <summary>A least quantity above the greatest.</summary>
    public static readonly Template QuantityReversed = new(
        "problem.impossible-quantity.reversed",
        "The least quantity of '{code}' is above the greatest.",
        "Наименьшее количество «{code}» больше наибольшего.",
        "“{code}” için en az miktar, en çok miktardan büyüktür.");

    /// <summary>A quantity out of bounds.</summary>
    public static readonly Template QuantityOutOfBounds = new(
        "problem.impossible-quantity.bounds",
        "A quantity of '{code}' must be a whole number from {least} to {most}.",
        "Количество «{code}» должно быть целым числом от {least} до {most}.",
        "“{code}” miktarı {least} ile {most} arasında bir tam sayı olmalıdır.");

    /// <summary>A fact that does not exist.</summary>
    public static readonly Template NoSuchFact = new(
        "problem.unknown-fact.detail",
        "There is no fact '{code}'.",
        "Обстоятельства с кодом «{code}» нет.",
        "“{code}” kodlu tanımlı bir bilgi yoktur.");

    /// <summary>A value that a fact does not have.</summary>
    public static readonly Template NoSuchValue = new(
        "problem.unknown-value.detail",
        "Fact '{fact}' has no value '{value}'.",
        "У обстоятельства «{fact}» нет значения «{value}».",
        "“{fact}” bilgisinin “{value}” değeri yoktur.");

    /// <summary>A currency that does not exist.</summary>
    public static readonly Template NoSuchCurrency = new(
        "problem.unknown-currency.detail",
        "There is no currency '{code}'. Use a code of ISO 4217, in capitals.",
        "Валюты с кодом «{code}» нет. Укажите код по ISO 4217 заглавными буквами.",
        "“{code}” kodlu bir para birimi yoktur. Büyük harflerle bir ISO 4217 kodu kullanın.");

    /// <summary>A language without texts.</summary>
    public static readonly Template NoSuchLanguage = new(
        "problem.unknown-language.detail",
        "There are no texts in language '{code}'.",
        "Текстов на языке «{code}» нет.",
        "“{code}” dilinde metin yoktur.");

    /// <summary>A currency that the bulletin of the day has no rate for.</summary>
    public static readonly Template NoRate = new(
        "problem.no-exchange-rate.detail",
        "There is no exchange rate from {from} to {to}: bulletin {bulletin} of {day} lacks one.",
        "Нет курса для пересчёта из {from} в {to}: в бюллетене № {bulletin} от {day} он не указан.",
        "{from} ile {to} arasında döviz kuru yoktur: {day} tarihli {bulletin} sayılı bültende yer almıyor.");

    /// <summary>A day for which there is no bulletin.</summary>
    public static readonly Template NoBulletin = new(
        "problem.no-exchange-rate.bulletin",
        "There is no bulletin of exchange rates for {day} or a day before it, so nothing can be converted to {to}.",
        "Нет бюллетеня обменных курсов на {day} или более раннюю дату, поэтому пересчёт в {to} невозможен.",
        "{day} günü ya da öncesi için döviz kuru bülteni yoktur; bu nedenle {to} para birimine çevrilemez.");

    /// <summary>A day for which there are no rates to show.</summary>
    public static readonly Template NoBulletinToShow = new(
        "problem.no-exchange-rate.day",
        "There is no bulletin of exchange rates for {day} or a day before it.",
        "Нет бюллетеня обменных курсов на {day} или более раннюю дату.",
        "{day} günü ya da öncesi için döviz kuru bülteni yoktur.");

    /// <summary>Facts with too many combinations.</summary>
    public static readonly Template ScenariosTooMany = new(
        "problem.too-many-scenarios.detail",
        "The unknown facts that act together have more than {most} combinations. State some of them.",
        "Неизвестные обстоятельства, влияющие на цену совместно, дают более {most} сочетаний. Укажите некоторые из них.",
        "Fiyatı birlikte etkileyen bilinmeyen bilgiler {most} sayısını aşan birleşim oluşturuyor. Bazılarını belirtin.");

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
        "The database cannot be used at the moment; nothing was kept. Try again later.",
        "База данных сейчас недоступна; ничего не сохранено. Повторите попытку позже.",
        "Veritabanı şu anda kullanılamıyor; hiçbir şey kaydedilmedi. Daha sonra yeniden deneyin.");

    /// <summary>Price data that cannot be read: an operator's business.</summary>
    public static readonly Template PriceDataUnreadable = new(
        "problem.unavailable.price-data",
        "The price data of the database changed and cannot be read; older ones stay in force. {reason}",
        "Данные о ценах в базе изменились, и прочитать их нельзя; действуют прежние. {reason}",
        "Veritabanındaki fiyat verileri değişti ve okunamıyor; öncekiler geçerliliğini koruyor. {reason}");

    /// <summary>A database that cannot be written: an operator's business.</summary>
    public static readonly Template QuotesNotKept = new(
        "problem.unavailable.quotes",
        "Quotes cannot be kept: {reason}",
        "Расчёты не сохраняются: {reason}",
        "Fiyat hesapları kaydedilemiyor: {reason}");

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
