using System.Text;
using CostEstimator.Api.Http;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Quotes;

/// <summary>Understands the bodies of requests for quotes, those that come again once.</summary>
internal sealed class QuoteBodies : IDisposable
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int LongestKept = 512;

    // Of an understood body with its estimate, roughly: a whole programme in Russian takes so much.
    private const int BytesOfBody = 64 * 1024;

    private readonly Recurring<QuoteBody> _bodies = new(MostBytes);
    private readonly CurrentPriceList _current;

    public QuoteBodies(CurrentPriceList current)
    {
        _current = current;

        // Each body holds the price data that it was priced from.
        current.TakenOver += _bodies.Clear;
    }

    /// <summary>Understands a body.</summary>
    /// <param name="json">The bytes that came.</param>
    /// <param name="named">The language that it names, even if it cannot be understood otherwise.</param>
    /// <param name="problem">What was not understood; null: nothing.</param>
    public QuoteBody? Read(ReadOnlyMemory<byte> json, out Language? named, out Problem? problem)
    {
        Span<char> room = stackalloc char[LongestKept];
        var text = json.Length <= LongestKept ? room[..Encoding.Latin1.GetChars(json.Span, room)] : default;
        if (!text.IsEmpty && _bodies.TryFind(text, out var known))
        {
            (named, problem) = (known.Named, null);
            return known;
        }

        if (QuoteRequestReader.Read(json, out named, out problem) is not { } request)
        {
            return null;
        }

        var body = new QuoteBody(request, named);
        if (!text.IsEmpty && _bodies.CameBefore(text))
        {
            _bodies.Keep(text, body, BytesOfBody);
        }

        return body;
    }

    public void Dispose()
    {
        _current.TakenOver -= _bodies.Clear;
        _bodies.Dispose();
    }
}
