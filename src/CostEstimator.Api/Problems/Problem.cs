namespace CostEstimator.Api.Problems;

/// <summary>A reason to refuse a request: a kind, and each thing that was wrong.</summary>
internal sealed record Problem(ProblemKind Kind, string Detail, IReadOnlyList<ProblemErrorResponse> Errors)
{
    public Problem(ProblemKind kind, string detail)
        : this(kind, detail, [])
    {
    }

    /// <summary>What was not understood comes before what is impossible; the kind is that of the first fault.</summary>
    public static Problem Of(IReadOnlyCollection<(ProblemKind Kind, ProblemErrorResponse Error)> faults)
    {
        var ordered = faults.OrderBy(fault => fault.Kind.Status).ToList();
        var first = ordered[0];
        var same = ordered
            .Where(fault => fault.Kind.Status == first.Kind.Status)
            .DistinctBy(fault => (fault.Error.Pointer, fault.Error.Parameter, fault.Error.Detail))
            .ToList();
        var detail = same.Count == 1 ? first.Error.Detail : $"{first.Error.Detail} There are {same.Count} faults; 'errors' lists them all.";
        return new Problem(first.Kind, detail, [.. same.Select(fault => fault.Error)]);
    }

    public ProblemResult ToResult() => new(this);

    public ProblemResponse ToResponse() => new()
    {
        Type = Kind.Type,
        Title = Kind.Title,
        Status = Kind.Status,
        Detail = Detail,
        Errors = Errors,
    };
}
