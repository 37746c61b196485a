using CostEstimator.Api.Problems;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Requests;

/// <summary>What is wrong with a language.</summary>
internal static class LanguageFaults
{
    public static Fault Of(DraftCode language) =>
        Fault.Of(ProblemKind.UnknownLanguage, language.Place, Templates.NoSuchLanguage, ("code", Place.Shown(language.Code))).Knowing(Languages.Codes);

    /// <summary>What is wrong with the language parameter of a query; null: nothing.</summary>
    public static Fault? Of(string? parameter) =>
        parameter is null || Languages.Find(parameter) is not null ? null : Of(new DraftCode(parameter, Place.Of(AnswerLanguage.Parameter)));
}
