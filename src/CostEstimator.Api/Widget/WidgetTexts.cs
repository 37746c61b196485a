using System.Collections.Immutable;
using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Widget;

/// <summary>Gives the widget its texts, from the same data as all others. It is the widget's own, and no part of the contract.</summary>
internal static class WidgetTexts
{
    private static readonly ImmutableArray<Template> All =
        [.. Templates.All.Where(template => template.Key.StartsWith(Templates.WidgetPrefix, StringComparison.Ordinal))];

    public static void MapWidgetTexts(this IEndpointRouteBuilder api) =>
        api.MapGet($"{WidgetFiles.Folder}/texts", GetTexts).ExcludeFromDescription();

    private static IResult GetTexts([AsParameters] LanguageQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished)
    {
        if (LanguageFaults.Of(query.Language) is { } unknown)
        {
            return Problem.Of(unknown).ToResult();
        }

        var moment = finished.Now;
        return freshness.IsNotModified(http, moment, moment.Today, "widget")
            ? Answers.NotModified()
            : finished.Ok(http, moment, In(moment.Snapshot.WordsIn(AnswerLanguage.Of(http)), moment.Snapshot.Data.List.Currency.Code), ApiJsonContext.Default.WidgetTextsResponse);
    }

    private static WidgetTextsResponse In(Words words, string currency) => new()
    {
        Language = Languages.CodeOf(words.Language),
        Currency = currency,
        Texts = All.Select(template => KeyValuePair.Create(template.Key[Templates.WidgetPrefix.Length..], words.Unfilled(template)))
            .Append(KeyValuePair.Create(words.Disclaimer.Code, words.Disclaimer.Text))
            .ToDictionary(StringComparer.Ordinal),
    };
}
