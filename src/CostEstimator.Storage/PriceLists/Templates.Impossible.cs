namespace CostEstimator.Storage.PriceLists;

/// <content>What is said of requests that were understood, but are impossible.</content>
public static partial class Templates
{
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

    /// <summary>A number that no quantity can be.</summary>
    public static readonly Template NumberOutOfBounds = new(
        "problem.impossible-quantity.number",
        "The number here is out of bounds: a quantity is a whole number from {least} to {most}.",
        "Число вне допустимых границ: количество — целое число от {least} до {most}.",
        "Buradaki sayı sınırların dışında: miktar {least} ile {most} arasında bir tam sayıdır.");

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
        "Prices cannot be given in '{code}'. Use the code of a currency by ISO 4217, in capitals, such as those listed.",
        "Цены в валюте «{code}» не указываются. Нужен код валюты по ISO 4217 заглавными буквами, например из перечисленных.",
        "Fiyatlar “{code}” biriminde verilemez. Listelenenler gibi, büyük harflerle yazılmış bir ISO 4217 para birimi kodu kullanın.");

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
}
