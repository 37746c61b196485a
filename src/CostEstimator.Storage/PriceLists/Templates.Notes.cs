namespace CostEstimator.Storage.PriceLists;

/// <content>The notes that the product itself adds to answers, and what it says of a quote.</content>
public static partial class Templates
{
    /// <summary>The note of an estimate of which the total has no upper bound.</summary>
    public static readonly Template NoteOpen = new(
        "note.open-total",
        "No upper limit of the total can be given: for some treatments only a starting price, or no greatest quantity, is known.",
        "Верхнюю границу общей стоимости указать нельзя: для части услуг известна только начальная цена или не определено максимальное количество.",
        "Toplam için üst sınır verilemez: bazı tedaviler için yalnızca başlangıç fiyatı bilinmektedir ya da en yüksek miktar belli değildir.");

    /// <summary>The note of an estimate with a line on request.</summary>
    public static readonly Template NoteOnRequest = new(
        "note.on-request",
        "Some treatments have no published price. They count as nothing in the lower end of the total; their cost comes on top.",
        "Для части услуг цены не опубликованы. В нижнюю границу общей стоимости они не включены и оплачиваются дополнительно.",
        "Bazı tedavilerin yayımlanmış fiyatı yoktur. Bunlar toplamın alt sınırına dâhil edilmemiştir; bedelleri ayrıca eklenir.");

    /// <summary>The note of an estimate with a line whose sources disagree.</summary>
    public static readonly Template NoteSourcesDisagree = new(
        "note.sources-disagree",
        "Published prices of the same treatment differ from source to source; the range covers all of them.",
        "Опубликованные цены на одно и то же лечение в разных источниках различаются; диапазон охватывает их все.",
        "Aynı tedavinin yayımlanmış fiyatları kaynaktan kaynağa değişmektedir; aralık tümünü kapsar.");

    /// <summary>The note of an estimate with prices that were converted.</summary>
    public static readonly Template NoteConverted = new(
        "note.converted",
        "Prices published in {currencies} were converted at the rates of the Central Bank of the Republic of Türkiye, bulletin {bulletin} of {day}: the lower end at the buying rate, the upper end at the selling rate, so that the range holds either way.",
        "Цены, опубликованные в {currencies}, пересчитаны по курсам Центрального банка Турецкой Республики (бюллетень № {bulletin} от {day}): нижняя граница — по курсу покупки, верхняя — по курсу продажи, поэтому диапазон действителен при любом из этих курсов.",
        "{currencies} cinsinden yayımlanan fiyatlar, Türkiye Cumhuriyet Merkez Bankası kurlarıyla ({day} tarihli, {bulletin} sayılı bülten) çevrilmiştir: alt sınır alış, üst sınır satış kuruyla; aralık bu nedenle her iki durumda da geçerlidir.");

    /// <summary>The note of an estimate whose exchange rates are old.</summary>
    public static readonly Template NoteStaleRates = new(
        "note.stale-rates",
        "The exchange rates are those of {day} and may be out of date; the price in another currency can have changed since.",
        "Использованы курсы валют от {day}; они могли устареть, поэтому пересчитанная сумма с тех пор могла измениться.",
        "Kullanılan döviz kurları {day} tarihlidir ve güncelliğini yitirmiş olabilir; başka para birimindeki fiyat o günden beri değişmiş olabilir.");

    /// <summary>The last day on which a quote is valid.</summary>
    public static readonly Template QuoteValidThrough = new(
        "quote.valid-through",
        "This quote is valid through {day}.",
        "Расчёт действителен по {day} включительно.",
        "Bu fiyat hesabı {day} günü sonuna kadar geçerlidir.");

    /// <summary>The note of an answer that documentation shows, which is no quote that somebody was given.</summary>
    public static readonly Template NoteExample = new(
        "note.example",
        "This is the example of the documentation, priced as of today; it was issued to nobody.",
        "Это пример из документации, рассчитанный по ценам на сегодня; он никому не выдавался.",
        "Bu, belgelerdeki örnektir; bugünkü fiyatlarla hesaplanmıştır ve kimseye verilmemiştir.");
}
