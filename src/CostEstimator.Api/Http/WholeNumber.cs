using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CostEstimator.Api.Http;

/// <summary>Reads a whole number in any way in which JSON writes it: <c>4</c>, and also <c>4.0</c> and <c>4e0</c>, as some serializers do.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "The serializer makes it.")]
internal sealed class WholeNumber : JsonConverter<int>
{
    private const int MostDigits = 10;

    /// <summary>What a number of JSON is, exactly.</summary>
    /// <param name="json">The number.</param>
    /// <param name="value">Its value, if it can be read.</param>
    /// <returns>Whether it is whole: if it is and has no value, it is too great for one.</returns>
    public static bool IsWhole(ReadOnlySpan<byte> json, out int? value)
    {
        value = Utf8Parser.TryParse(json, out int plain, out var length) && length == json.Length ? plain : null;
        if (value is not null)
        {
            return true;
        }

        var digits = new List<byte>(json.Length);
        var (place, isFraction, exponent) = (0, false, 0L);
        for (; place < json.Length && json[place] is not ((byte)'e' or (byte)'E'); place++)
        {
            isFraction |= json[place] == '.';
            if (char.IsAsciiDigit((char)json[place]))
            {
                digits.Add(json[place]);
                exponent -= isFraction ? 1 : 0;
            }
        }

        if (place < json.Length)
        {
            exponent += ExponentOf(json[(place + 1)..]);
        }

        var first = digits.FindIndex(static digit => digit != '0');
        if (first < 0)
        {
            value = 0;
            return true;
        }

        var last = digits.FindLastIndex(static digit => digit != '0');
        exponent += digits.Count - 1 - last;
        if (exponent < 0)
        {
            return false;
        }

        if (last - first + 1 + exponent <= MostDigits)
        {
            var magnitude = 0L;
            for (var digit = 0; digit < last - first + 1 + exponent; digit++)
            {
                magnitude = (magnitude * 10) + (first + digit <= last ? digits[first + digit] - '0' : 0);
            }

            magnitude = json[0] == '-' ? -magnitude : magnitude;
            value = magnitude is >= int.MinValue and <= int.MaxValue ? (int)magnitude : null;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && IsWhole(reader.ValueSpan, out var value) && value is { } number ? number : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    // One that no number holds is as good as the greatest: no body has as many digits.
    private static long ExponentOf(ReadOnlySpan<byte> json)
    {
        json = json[0] == '+' ? json[1..] : json;
        return Utf8Parser.TryParse(json, out int exponent, out _) ? exponent : json[0] == '-' ? int.MinValue : int.MaxValue;
    }
}
