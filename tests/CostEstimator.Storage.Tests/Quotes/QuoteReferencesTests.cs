using System.Collections.Concurrent;
using System.Numerics;
using CostEstimator.Storage.Quotes;

namespace CostEstimator.Storage.Tests.Quotes;

public sealed class QuoteReferencesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)7, ReferenceCipher.BytesOfKey)];

    private readonly QuoteReferences _references = new();

    public void Dispose() => _references.Dispose();

    [Fact]
    public void Next_ManyFromManyThreadsAtOneInstant_NeverGivesTheSame()
    {
        var given = new ConcurrentBag<ulong>();

        Parallel.For(0, 8, _ =>
        {
            for (var draw = 0; draw < 5_000; draw++)
            {
                given.Add(_references.Next(Noon).Bits);
            }
        });

        Assert.Equal(40_000, given.Distinct().Count());
    }

    [Fact]
    public void Next_Many_HasEachBitInHalfOfThem()
    {
        var ones = new int[60];
        foreach (var drawn in Bits(10_000))
        {
            for (var bits = drawn; bits != 0; bits &= bits - 1)
            {
                ones[BitOperations.TrailingZeroCount(bits)]++;
            }
        }

        // Ten times the standard deviation, which is 50.
        Assert.All(ones, count => Assert.InRange(count, 4_500, 5_500));
    }

    [Fact]
    public void Next_OneAfterTheOther_DiffersInHalfOfTheBits()
    {
        var drawn = Bits(10_000);

        var changed = drawn.Zip(drawn.Skip(1), (one, next) => BitOperations.PopCount(one ^ next)).Average();

        // Of 60 bits; the standard deviation of this mean is less than 0.06.
        Assert.InRange(changed, 29.4, 30.6);
    }

    [Fact]
    public void Next_TimeGoesOn_IsOfGreaterNumbers()
    {
        _references.Use(Key);

        var numbers = Numbers([.. Enumerable.Range(0, 1_000).Select(place => _references.Next(Noon.AddMilliseconds(place)).Bits)]);

        Assert.Equal(numbers.Order(), numbers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-400)]
    public void Next_ClockStandsOrIsPutBack_IsOfGreaterNumbersAllTheSame(int days)
    {
        _references.Use(Key);
        var before = Bits(100);

        var after = Enumerable.Range(0, 100).Select(_ => _references.Next(Noon.AddDays(days)).Bits);

        var numbers = Numbers([.. before, .. after]);
        Assert.Equal(numbers.Order(), numbers);
    }

    [Fact]
    public void Next_AfterARestart_IsOfGreaterNumbers()
    {
        _references.Use(Key);
        var before = Bits(100);
        using var restarted = new QuoteReferences();
        restarted.Use(Key);

        var after = restarted.Next(Noon.AddSeconds(1)).Bits;

        Assert.True(Numbers([after])[0] > Numbers(before)[^1]);
    }

    [Fact]
    public void Next_ClockWasSetRight_IsOfTheNumbersOfTheTime()
    {
        _references.Use(Key);
        _references.Next(Noon.AddYears(-30));

        _ = Bits(128);
        var number = Numbers(Bits(1))[0];

        Assert.InRange(number, NumberOf(Noon.AddMilliseconds(-1)), NumberOf(Noon.AddMilliseconds(10)));

        static ulong NumberOf(DateTimeOffset now)
        {
            using var others = new QuoteReferences();
            others.Use(Key);
            return Numbers([others.Next(now).Bits])[0];
        }
    }

    [Fact]
    public void Next_ManyOfOneInstant_IsOfNumbersFarApart()
    {
        _references.Use(Key);
        var numbers = Numbers(Bits(64));

        var gaps = numbers.Zip(numbers.Skip(1), (one, next) => next - one).ToList();

        // 64 of 524,288.
        Assert.InRange(gaps.Average(gap => (double)gap), 5_000, 9_000);
        Assert.True(gaps.Distinct().Count() > 50);
    }

    [Theory]
    [InlineData("1969-12-31T00:00:00Z")]
    [InlineData("2199-12-31T00:00:00Z")]
    public void Next_ClockIsFarOff_GivesReferences(string instant) =>
        Assert.NotEqual(_references.Next(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)), _references.Next(Noon));

    private static ulong[] Numbers(ulong[] references)
    {
        using var cipher = new ReferenceCipher(Key);
        var numbers = references.ToArray();
        cipher.Decrypt(numbers);
        return numbers;
    }

    private ulong[] Bits(int count) => [.. Enumerable.Range(0, count).Select(_ => _references.Next(Noon).Bits)];
}
