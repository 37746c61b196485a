namespace CostEstimator.Storage.PriceLists;

/// <content>What the widget says beside the texts of the answers that it shows.</content>
public static partial class Templates
{
    /// <summary>What the keys of the texts of the widget begin with.</summary>
    public const string WidgetPrefix = "widget.";

    /// <summary>The heading of a widget that shows no programme.</summary>
    public static readonly Template WidgetTitle = new("widget.title", "Cost of treatment", "Стоимость лечения", "Tedavi maliyeti");

    /// <summary>What stands before the total.</summary>
    public static readonly Template WidgetTotal = new("widget.total", "Estimated total", "Ориентировочная стоимость", "Tahmini toplam");

    /// <summary>While the first answer is awaited.</summary>
    public static readonly Template WidgetLoading = new("widget.loading", "Loading prices…", "Загружаем цены…", "Fiyatlar yükleniyor…");

    /// <summary>What stands in for the disclaimer until it is there.</summary>
    public static readonly Template WidgetNotAnOffer = new(
        "widget.not-an-offer",
        "All prices here are estimates, not an offer.",
        "Все цены здесь ориентировочные и не являются офертой.",
        "Buradaki tüm fiyatlar tahminidir, teklif değildir.");

    /// <summary>Why the total has no upper bound.</summary>
    public static readonly Template WidgetOpenEnd = new(
        "widget.open-end",
        "No upper limit is known for: {treatments}",
        "Верхняя граница неизвестна: {treatments}",
        "Üst sınırı bilinmeyenler: {treatments}");

    /// <summary>The switch between currencies.</summary>
    public static readonly Template WidgetCurrency = new("widget.currency", "Currency", "Валюта", "Para birimi");

    /// <summary>The switch between languages.</summary>
    public static readonly Template WidgetLanguage = new("widget.language", "Language", "Язык", "Dil");

    /// <summary>English in its own words.</summary>
    public static readonly Template WidgetLanguageEnglish = new("widget.language.en", "English", "English", "English");

    /// <summary>Russian in its own words.</summary>
    public static readonly Template WidgetLanguageRussian = new("widget.language.ru", "Русский", "Русский", "Русский");

    /// <summary>Turkish in its own words.</summary>
    public static readonly Template WidgetLanguageTurkish = new("widget.language.tr", "Türkçe", "Türkçe", "Türkçe");

    /// <summary>The heading of the treatments that can be chosen.</summary>
    public static readonly Template WidgetTreatments = new(
        "widget.treatments",
        "Treatments and quantities",
        "Виды лечения и количество",
        "Tedaviler ve miktarlar");

    /// <summary>The field of a quantity.</summary>
    public static readonly Template WidgetQuantity = new(
        "widget.quantity",
        "{treatment}: quantity",
        "{treatment}: количество",
        "{treatment}: miktar");

    /// <summary>What can be typed into the field.</summary>
    public static readonly Template WidgetQuantityLimits = new(
        "widget.quantity-limits",
        "A whole number from 0 to {most}, please.",
        "Введите целое число от 0 до {most}.",
        "Lütfen 0 ile {most} arasında bir tam sayı girin.");

    /// <summary>The button that takes one away.</summary>
    public static readonly Template WidgetFewer = new(
        "widget.fewer",
        "{treatment}: one less",
        "{treatment}: на один меньше",
        "{treatment}: bir eksik");

    /// <summary>The button that adds one.</summary>
    public static readonly Template WidgetMore = new("widget.more", "{treatment}: one more", "{treatment}: на один больше", "{treatment}: bir fazla");

    /// <summary>The choice of leaving a quantity open.</summary>
    public static readonly Template WidgetQuantityUnknown = new("widget.quantity-unknown", "Not known yet", "Пока неизвестно", "Henüz bilinmiyor");

    /// <summary>The same, to those who do not see which treatment it belongs to.</summary>
    public static readonly Template WidgetQuantityUnknownOf = new(
        "widget.quantity-unknown-of",
        "{treatment}: not known yet",
        "{treatment}: пока неизвестно",
        "{treatment}: henüz bilinmiyor");

    /// <summary>A treatment of which none is wanted.</summary>
    public static readonly Template WidgetNotIncluded = new("widget.not-included", "Not included", "Не включено", "Dâhil değil");

    /// <summary>What to do while nothing is chosen.</summary>
    public static readonly Template WidgetChoose = new(
        "widget.choose",
        "Choose at least one treatment to see what it costs.",
        "Выберите хотя бы один вид лечения, чтобы увидеть стоимость.",
        "Maliyeti görmek için en az bir tedavi seçin.");

    /// <summary>The heading of the questions.</summary>
    public static readonly Template WidgetQuestions = new(
        "widget.questions",
        "Answers that make the price more exact",
        "Ответы, которые уточняют стоимость",
        "Fiyatı netleştiren yanıtlar");

    /// <summary>The answer that leaves a question open.</summary>
    public static readonly Template WidgetAnswerUnknown = new("widget.answer-unknown", "I don’t know yet", "Пока не знаю", "Henüz bilmiyorum");

    /// <summary>What is said of an answer that moves no price with the others as they are.</summary>
    public static readonly Template WidgetNoEffect = new(
        "widget.no-effect",
        "With the other answers as they are, this one does not change the total.",
        "При остальных ответах этот на стоимость не влияет.",
        "Diğer yanıtlar böyleyken bu yanıt toplamı değiştirmez.");

    /// <summary>The heading of what the total consists of.</summary>
    public static readonly Template WidgetLines = new(
        "widget.lines",
        "What the total consists of",
        "Из чего складывается стоимость",
        "Toplamı oluşturan kalemler");

    /// <summary>What a quantity assumes.</summary>
    public static readonly Template WidgetAssumption = new("widget.assumption", "Assumption: {text}", "Допущение: {text}", "Varsayım: {text}");

    /// <summary>The mark of a line whose sources disagree.</summary>
    public static readonly Template WidgetSourcesDisagree = new(
        "widget.sources-disagree",
        "Sources differ",
        "Источники расходятся",
        "Kaynaklar farklı");

    /// <summary>The heading of the sources of a line.</summary>
    public static readonly Template WidgetSources = new("widget.sources", "Sources", "Источники", "Kaynaklar");

    /// <summary>The same, to those who do not see which treatment it belongs to.</summary>
    public static readonly Template WidgetSourcesOf = new(
        "widget.sources-of",
        "Sources: {treatment}",
        "Источники: {treatment}",
        "Kaynaklar: {treatment}");

    /// <summary>The price as a source gives it.</summary>
    public static readonly Template WidgetPublished = new(
        "widget.published",
        "Published price: {range}",
        "Опубликованная цена: {range}",
        "Yayımlanan fiyat: {range}");

    /// <summary>When a source was read.</summary>
    public static readonly Template WidgetReadOn = new("widget.read-on", "Read on {day}", "Дата просмотра: {day}", "Okunduğu gün: {day}");

    /// <summary>The heading of the notes.</summary>
    public static readonly Template WidgetNotes = new("widget.notes", "Good to know", "Что важно знать", "Bilmeniz gerekenler");

    /// <summary>The button that issues a quote.</summary>
    public static readonly Template WidgetQuote = new("widget.quote", "Get this as a quote", "Оформить расчёт", "Fiyat hesabı al");

    /// <summary>While a quote is being issued.</summary>
    public static readonly Template WidgetQuoting = new("widget.quoting", "Issuing the quote…", "Оформляем расчёт…", "Fiyat hesabı hazırlanıyor…");

    /// <summary>What stands before the reference of a quote.</summary>
    public static readonly Template WidgetQuoteReference = new("widget.quote-reference", "Quote reference", "Номер расчёта", "Fiyat hesabı numarası");

    /// <summary>What is said of a quote once other choices were made.</summary>
    public static readonly Template WidgetQuoteOutdated = new(
        "widget.quote-outdated",
        "You have changed your choices since. The quote stays as it was issued.",
        "С тех пор вы изменили выбор. Оформленный расчёт остаётся прежним.",
        "Bundan sonra seçimlerinizi değiştirdiniz. Verilen fiyat hesabı olduğu gibi kalır.");

    /// <summary>A quote could not be issued.</summary>
    public static readonly Template WidgetQuoteFailed = new(
        "widget.quote-failed",
        "The quote could not be issued",
        "Не удалось оформить расчёт",
        "Fiyat hesabı verilemedi");

    /// <summary>The button that copies a reference.</summary>
    public static readonly Template WidgetCopy = new("widget.copy", "Copy", "Скопировать", "Kopyala");

    /// <summary>After it was copied.</summary>
    public static readonly Template WidgetCopied = new("widget.copied", "Copied", "Скопировано", "Kopyalandı");

    /// <summary>An estimate could not be had.</summary>
    public static readonly Template WidgetFailed = new(
        "widget.failed",
        "The price could not be loaded",
        "Не удалось загрузить стоимость",
        "Fiyat yüklenemedi");

    /// <summary>The server cannot be reached.</summary>
    public static readonly Template WidgetUnreachable = new(
        "widget.unreachable",
        "The price service cannot be reached. Please check the connection, or try later.",
        "Сервис цен недоступен. Проверьте подключение или попробуйте позже.",
        "Fiyat hizmetine ulaşılamıyor. Bağlantıyı denetleyin veya sonra deneyin.");

    /// <summary>What a failure leaves as it was.</summary>
    public static readonly Template WidgetKept = new("widget.kept", "Your answers are kept.", "Ваши ответы сохранены.", "Yanıtlarınız saklandı.");

    /// <summary>The button that tries again.</summary>
    public static readonly Template WidgetRetry = new("widget.retry", "Try again", "Повторить", "Yeniden dene");
}
