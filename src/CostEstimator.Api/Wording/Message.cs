using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Wording;

/// <summary>Something that an answer says, before it is said in a language.</summary>
/// <param name="Template">What is said.</param>
/// <param name="Values">What stands for each placeholder: a text as it is, or a day or a number, which each language writes its own way.</param>
internal sealed record Message(Template Template, IReadOnlyList<(string Name, object Value)> Values)
{
    public static Message Of(Template template, params IReadOnlyList<(string Name, object Value)> values) => new(template, values);
}
