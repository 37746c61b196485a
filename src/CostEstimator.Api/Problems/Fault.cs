using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Problems;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Kind">The kind of problem that it is.</param>
/// <param name="Place">Where in the request it stands.</param>
/// <param name="Detail">What is wrong, and what is right.</param>
/// <param name="Known">The codes or names that are known there; null: there is no list of them.</param>
internal sealed record Fault(ProblemKind Kind, Place Place, Message Detail, IReadOnlyList<string>? Known = null)
{
    public static Fault Of(ProblemKind kind, Place place, Template detail, params IReadOnlyList<(string Name, object Value)> values) =>
        new(kind, place, new Message(detail, values));

    /// <summary>The same, with the codes or names that are known there.</summary>
    public Fault Knowing(IReadOnlyList<string> known) => this with { Known = known };

    public ProblemErrorResponse ToResponse(Words words) =>
        new() { Pointer = Place.Pointer, Parameter = Place.Parameter, Detail = words.Say(Detail), Known = Known };
}
