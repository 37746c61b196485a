using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CostEstimator.Api.Http;

namespace CostEstimator.Api.Estimates;

/// <summary>The notes of an estimate, of which there are few, and all estimates have the same.</summary>
[JsonConverter(typeof(Converter))]
public sealed class PrewrittenNotes : PrewrittenList<NoteResponse>
{
    internal PrewrittenNotes(ImmutableArray<Prewritten<NoteResponse>> notes)
        : base(notes)
    {
    }

    internal sealed class Converter() : PrewrittenListConverter<PrewrittenNotes, NoteResponse>(
        () => ApiJsonContext.Default.NoteResponse,
        () => ApiJsonContext.Default.IReadOnlyListNoteResponse,
        notes => new PrewrittenNotes(notes));
}
