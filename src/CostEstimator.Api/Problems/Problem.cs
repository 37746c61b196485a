using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Problems;

/// <summary>A reason to refuse a request, before it is said in a language: a kind, and each thing that was wrong.</summary>
internal sealed record Problem(ProblemKind Kind, Message Detail, IReadOnlyList<Fault> Faults)
{
    public Problem(ProblemKind kind, Template detail, params IReadOnlyList<(string Name, object Value)> values)
        : this(kind, new Message(detail, values), [])
    {
    }

    /// <summary>A problem of one thing that was wrong, and where.</summary>
    public static Problem At(Place place, ProblemKind kind, Template detail, params IReadOnlyList<(string Name, object Value)> values) =>
        Of(Fault.Of(kind, place, detail, values));

    /// <summary>A problem of one thing that was wrong.</summary>
    public static Problem Of(Fault fault) => new(fault.Kind, fault.Detail, [fault]);

    /// <summary>What was not understood comes before what is impossible; the kind is that of the first fault.</summary>
    public static Problem Of(IReadOnlyCollection<Fault> faults)
    {
        var ordered = faults.OrderBy(fault => fault.Kind.Status).ToList();
        var first = ordered[0];
        return new Problem(first.Kind, first.Detail, [.. ordered.Where(fault => fault.Kind.Status == first.Kind.Status)]);
    }

    public ProblemResult ToResult() => new(this);

    public ProblemResponse ToResponse(Words words)
    {
        var errors = Faults.Select(fault => fault.ToResponse(words)).DistinctBy(error => (error.Pointer, error.Parameter, error.Detail)).ToList();
        var detail = words.Say(Detail);
        return new ProblemResponse
        {
            Type = Kind.Type,
            Title = words.Say(Message.Of(Kind.Title)),
            Status = Kind.Status,
            Detail = errors.Count <= 1
                ? detail
                : words.Say(Message.Of(Templates.MoreFaults, ("first", detail), ("count", errors.Count))),
            Errors = errors,
        };
    }
}
