using System.Collections.Concurrent;
using System.Numerics;
using CostEstimator.Api.Quotes;

namespace CostEstimator.Api.Tests.Quotes;

public sealed class RandomBitsTests
{
    [Fact]
    public void Next_ManyFromManyThreads_NeverGivesTheSame()
    {
        var given = new ConcurrentBag<ulong>();

        Parallel.For(0, 8, _ =>
        {
            for (var draw = 0; draw < 5_000; draw++)
            {
                given.Add(RandomBits.Next());
            }
        });

        Assert.Equal(40_000, given.Distinct().Count());
    }

    [Fact]
    public void Next_Many_HasEachBitInHalfOfThem()
    {
        var ones = new int[64];
        for (var draw = 0; draw < 10_000; draw++)
        {
            for (var bits = RandomBits.Next(); bits != 0; bits &= bits - 1)
            {
                ones[BitOperations.TrailingZeroCount(bits)]++;
            }
        }

        // Ten times the standard deviation, which is 50.
        Assert.All(ones, count => Assert.InRange(count, 4_500, 5_500));
    }
}
