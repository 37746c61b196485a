namespace CostEstimator.Storage.PriceLists;

/// <content>What is said of requests that were not understood.</content>
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
        "The value here must be a whole number, written as a number.",
        "Здесь должно быть целое число, записанное числом, без кавычек.",
        "Buradaki değer, sayı olarak yazılmış bir tam sayı olmalıdır.");

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
}
