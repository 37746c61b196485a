using System.Text;

namespace CostEstimator.Api.Hosting;

/// <summary>Writes what can be written, and loses the rest: of a console whose disk is full, say.</summary>
/// <remarks>
/// The framework's logger ends its own thread at the first failure, and from then on lets requests write their lines themselves, and
/// wait for a disk that does not answer.
/// </remarks>
/// <param name="inner">Where to.</param>
internal sealed class LossyWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(value, static (writer, character) => writer.Write(character));

    public override void Write(string? value) => Try(value, static (writer, text) => writer.Write(text));

    public override void Write(char[] buffer, int index, int count) =>
        Try((buffer, index, count), static (writer, part) => writer.Write(part.buffer, part.index, part.count));

    public override void Flush() => Try(0, static (writer, _) => writer.Flush());

    private void Try<T>(T value, Action<TextWriter, T> write)
    {
        try
        {
            write(inner, value);
        }
        catch (IOException)
        {
            // There is nobody to tell.
        }
    }
}
