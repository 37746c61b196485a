using System.Diagnostics.Tracing;
using System.Globalization;

namespace CostEstimator.Api.Watching;

/// <summary>
/// Logs why metrics do not reach their collector, at most once a minute. OpenTelemetry tells it as an event only, since its exporters
/// may be what sends logs, too.
/// </summary>
internal sealed class ExportFailures(TimeProvider time, ILogger logger) : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    // Exports follow one another: nobody else is here.
    private long? _lastLine;

    // An exporter that was there earlier is told of before the constructor ends.
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Exporter)
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (_lastLine is { } last && time.GetElapsedTime(last) < Silence)
        {
            return;
        }

        _lastLine = time.GetTimestamp();
        Log.MetricsNotSent(logger, MetricsExport.Endpoint, ReasonOf(eventData));
    }

    // The exception comes last, in all its lines. The address, which may hold a password, comes before, and is left out.
    private static string ReasonOf(EventWrittenEventArgs eventData) =>
        eventData.Payload is [.., var exception] && Convert.ToString(exception, CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? text.Split('\n', 2)[0].Trim()
            : eventData.EventName ?? Exporter;
}
