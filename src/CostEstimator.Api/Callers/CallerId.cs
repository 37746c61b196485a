using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CostEstimator.Api.Callers;

/// <summary>Who requests are counted for: a partner, or else the network that they come from.</summary>
/// <param name="Partner">The code of the partner; null: none.</param>
/// <param name="Network">The address of a client without a key: whole for IPv4; the first 64 bits for IPv6, of which a household has all the rest.</param>
internal readonly record struct CallerId(string? Partner, UInt128 Network)
{
    public static CallerId OfPartner(string code) => new(code, 0);

    public static CallerId OfAddress(IPAddress? address)
    {
        if (address is null)
        {
            return default;
        }

        // IPv4 as IPv6 writes it: after two bytes of ones.
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            bytes[10..12].Fill(0xFF);
            address.TryWriteBytes(bytes[12..], out _);
        }
        else if (address.TryWriteBytes(bytes, out _) && !address.IsIPv4MappedToIPv6)
        {
            bytes[8..].Clear();
        }

        return new CallerId(null, BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>One of so many crowds, among which networks are spread so that nobody can choose.</summary>
    public CallerId Crowd(int crowds) => new("", unchecked((uint)HashCode.Combine(Network)) % (uint)crowds);

    /// <summary>The caller as a text that no other caller has.</summary>
    public override string ToString() => Partner is null
        ? string.Create(CultureInfo.InvariantCulture, $"network {Network:x32}")
        : $"partner {Partner}";
}
