namespace CostEstimator.Pricing.Estimates;

/// <summary>A question with how much its answer moves the total; what is asked first comes first.</summary>
internal readonly struct WeighedQuestion
{
    private readonly decimal _lowSpread;
    private readonly decimal _highSpread;

    /// <summary>Weighs a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="totals">The total that each answer gives: at least one.</param>
    public WeighedQuestion(Question question, ReadOnlySpan<Interval> totals)
    {
        Question = question;
        var (leastLow, greatestLow) = (totals[0].Low, totals[0].Low);
        decimal? leastHigh = null;
        decimal? greatestHigh = null;
        foreach (var total in totals)
        {
            leastLow = Math.Min(leastLow, total.Low);
            greatestLow = Math.Max(greatestLow, total.Low);
            if (!total.IsOpen)
            {
                leastHigh = Math.Min(leastHigh ?? total.High, total.High);
                greatestHigh = Math.Max(greatestHigh ?? total.High, total.High);
            }
        }

        _lowSpread = greatestLow - leastLow;

        // Only high ends that are known are compared; without two of them there is no difference.
        _highSpread = greatestHigh - leastHigh ?? 0;
    }

    public Question Question { get; }

    /// <summary>Which of two questions comes first: negative, the left one.</summary>
    public static int Compare(WeighedQuestion left, WeighedQuestion right)
    {
        var byLow = right._lowSpread.CompareTo(left._lowSpread);
        var byHigh = byLow != 0 ? byLow : right._highSpread.CompareTo(left._highSpread);
        return byHigh != 0 ? byHigh : left.Question.Fact.Order.CompareTo(right.Question.Fact.Order);
    }
}
