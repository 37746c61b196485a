using CostEstimator.Api.Http;

namespace CostEstimator.Api.Tests.Http;

public sealed class RecentTests
{
    [Fact]
    public void Of_EqualKey_IsMadeOnce()
    {
        var recent = new Recent<string, object>(8, key => new Made(key));

        var first = recent.Of("key");

        Assert.Same(first, recent.Of(new string("key")));
    }

    [Fact]
    public void Of_MoreKeysThanPlaces_IsRightForEach()
    {
        var recent = new Recent<string, Made>(4, key => new Made(key));

        foreach (var number in Enumerable.Range(0, 100).Concat(Enumerable.Range(0, 100)))
        {
            Assert.Equal($"{number}", recent.Of($"{number}").Key);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Of_AnyHash_HasAPlace(int hash)
    {
        var recent = new Recent<Hashed, string>(3, key => key.Name);

        Assert.Equal("a", recent.Of(new Hashed("a", hash)));
        Assert.Equal("b", recent.Of(new Hashed("b", hash)));
    }

    [Fact]
    public void Of_FromManyThreads_IsRightForEach()
    {
        var recent = new Recent<string, Made>(2, key => new Made(key));

        Parallel.For(0, 20_000, number => Assert.Equal($"{number % 5}", recent.Of($"{number % 5}").Key));
    }

    private sealed record Made(string Key);

    private sealed class Hashed(string name, int hash) : IEquatable<Hashed>
    {
        public string Name => name;

        public bool Equals(Hashed? other) => other?.Name == name;

        public override bool Equals(object? other) => Equals(other as Hashed);

        public override int GetHashCode() => hash;
    }
}
