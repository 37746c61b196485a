using System.Globalization;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Storage.Tests.Fixtures;

/// <summary>Price data written out, so that two can be compared without their digests.</summary>
internal static class PriceDataText
{
    public static IReadOnlyList<string> Of(PriceData data) =>
    [
        .. data.List.Treatments.Select(treatment => $"{treatment} in {treatment.Unit}: {treatment.DefaultQuantity}"),
        .. data.List.Facts.Select(fact => $"{fact} #{fact.Order}: {string.Join('|', fact.Values)}"),
        .. data.Sources.Select(source => source.ToString()),
        .. data.List.Rules.Select(rule =>
            $"{rule}: {rule.Treatment} if '{rule.Conditions}' {Amount(rule.Range.Low)} to {Amount(rule.Range.High)}, "
            + $"{rule.Validity.From:O} until {rule.Validity.To:O}, {rule.Source}, note {rule.Note ?? "none"}"),
        .. data.List.Programmes.SelectMany(programme => programme.Items, (programme, item) =>
            $"{programme}: {item.Stage!.Code}: {item.Treatment} if '{item.Conditions}' {item.Quantity}, assuming {item.Assumption ?? "nothing"}"),
        .. data.Texts.All.Select(text => text.ToString()),
    ];

    private static string Amount(Money? money) =>
        money is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Amount:G29} {known.Currency.Code}") : "open";
}
