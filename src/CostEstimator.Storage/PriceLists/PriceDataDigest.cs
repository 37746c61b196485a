using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Storage.PriceLists;

/// <summary>The digest of price data that is their version.</summary>
/// <remarks>
/// Treatments, facts, programmes and their items count in their order, which answers show; rules, sources and texts do not, and go
/// by code. Every value is preceded by its length, so that no two contents read the same.
/// </remarks>
internal sealed class PriceDataDigest : IDisposable
{
    private const int HexDigits = 16;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private PriceDataDigest()
    {
    }

    public static string Of(PriceData data)
    {
        using var digest = new PriceDataDigest();
        digest.AddTreatments(data.List);
        digest.AddFacts(data.List);
        digest.AddSources(data);
        digest.AddRules(data.List);
        digest.AddProgrammes(data.List);
        digest.AddTexts(data.Texts);
        return Convert.ToHexStringLower(digest._hash.GetHashAndReset())[..HexDigits];
    }

    public void Dispose() => _hash.Dispose();

    private void AddTreatments(PriceList list)
    {
        foreach (var treatment in list.Treatments)
        {
            Add("treatment", treatment.Code, treatment.Unit, Number(treatment.DefaultQuantity.Min), Number(treatment.DefaultQuantity.Max));
        }
    }

    private void AddFacts(PriceList list)
    {
        foreach (var fact in list.Facts)
        {
            Add(["fact", fact.Code, .. fact.Values]);
        }
    }

    private void AddSources(PriceData data)
    {
        foreach (var source in data.Sources)
        {
            Add("source", source.Code, source.Title, source.Publisher, source.Locator, Iso.Format(source.ReadOn));
        }
    }

    private void AddRules(PriceList list)
    {
        foreach (var rule in list.Rules)
        {
            Add(
                "rule", rule.Code, rule.Treatment.Code, rule.Conditions.ToString(), rule.Range.Currency.Code,
                Number(MinorUnits.Of(rule.Range.Low)), Number(rule.Range.High is { } high ? MinorUnits.Of(high) : null),
                Iso.Format(rule.Validity.From), Iso.Format(rule.Validity.To), rule.Source.Code, rule.Note);
        }
    }

    private void AddProgrammes(PriceList list)
    {
        foreach (var item in list.Programmes.SelectMany(programme => programme.Items))
        {
            Add(
                "programme", item.Stage!.Programme, item.Stage.Code, item.Treatment.Code, item.Conditions.ToString(),
                Number(item.Quantity.Min), Number(item.Quantity.Max), item.Assumption);
        }
    }

    private void AddTexts(Texts texts)
    {
        foreach (var text in texts.All)
        {
            Add("text", text.Key, text.En, text.Ru, text.Tr);
        }
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private void Add(params ReadOnlySpan<string?> values)
    {
        AddLength(values.Length);
        foreach (var value in values)
        {
            var bytes = value is null ? [] : Encoding.UTF8.GetBytes(value);
            AddLength(value is null ? -1 : bytes.Length);
            _hash.AppendData(bytes);
        }
    }

    private void AddLength(int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        _hash.AppendData(bytes);
    }
}
