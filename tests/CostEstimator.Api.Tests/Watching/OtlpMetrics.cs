using Google.Protobuf;

namespace CostEstimator.Api.Tests.Watching;

/// <summary>What a message of OTLP says of metrics: their values, without their attributes.</summary>
internal static class OtlpMetrics
{
    // The numbers of fields in opentelemetry/proto/metrics/v1/metrics.proto.
    private const int ResourceMetrics = 1;
    private const int ScopeMetrics = 2;
    private const int Metrics = 2;
    private const int Name = 1;
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;
    private const int DataPoints = 1;
    private const int CountOfHistogram = 4;
    private const int WholeNumber = 6;

    /// <summary>The values of a metric's points, one for each set of attributes: whole numbers, and of histograms how often was measured.</summary>
    public static List<ulong> ValuesOf(string metric, byte[] message) =>
    [
        .. from resource in FieldsOf(message, ResourceMetrics)
           from scope in FieldsOf(resource.ToByteArray(), ScopeMetrics)
           from found in FieldsOf(scope.ToByteArray(), Metrics)
           where FieldsOf(found.ToByteArray(), Name).Single().ToStringUtf8() == metric
           from value in ValuesOf(found.ToByteArray())
           select value,
    ];

    private static IEnumerable<ulong> ValuesOf(byte[] metric) =>
        from kind in new[] { Gauge, Sum, Histogram }
        from data in FieldsOf(metric, kind)
        from point in FieldsOf(data.ToByteArray(), DataPoints)
        from value in NumbersOf(point.ToByteArray(), kind == Histogram ? CountOfHistogram : WholeNumber)
        select value;

    private static List<ByteString> FieldsOf(byte[] message, int field) => Read(message, field, WireFormat.WireType.LengthDelimited, input => input.ReadBytes());

    private static List<ulong> NumbersOf(byte[] message, int field) => Read(message, field, WireFormat.WireType.Fixed64, input => input.ReadFixed64());

    private static List<T> Read<T>(byte[] message, int field, WireFormat.WireType type, Func<CodedInputStream, T> read)
    {
        var input = new CodedInputStream(message);
        var found = new List<T>();
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (tag == WireFormat.MakeTag(field, type))
            {
                found.Add(read(input));
            }
            else
            {
                input.SkipLastField();
            }
        }

        return found;
    }
}
