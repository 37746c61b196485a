using System.Net;
using CostEstimator.Api.Callers;

namespace CostEstimator.Api.Tests.Callers;

public sealed class CallerIdTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2:0:0:0:9")]
    public void OfAddress_SameClientOrHousehold_IsTheSame(string one, string other) => Assert.Equal(Of(one), Of(other));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2")]
    [InlineData("192.0.2.1", "193.0.2.1")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    [InlineData("2001:db8:1:2::1", "3001:db8:1:2::1")]
    [InlineData("::", "0.0.0.0")]
    public void OfAddress_OtherClient_IsAnother(string one, string other)
    {
        Assert.NotEqual(Of(one), Of(other));
        Assert.NotEqual(Of(one).ToString(), Of(other).ToString());
    }

    [Fact]
    public void ToString_PartnerAndAddress_AreNeverTheSame()
    {
        Assert.Equal("partner clinic-a", CallerId.OfPartner("clinic-a").ToString());
        Assert.StartsWith("network ", CallerId.OfAddress(null).ToString(), StringComparison.Ordinal);
    }

    private static CallerId Of(string address) => CallerId.OfAddress(IPAddress.Parse(address));
}
