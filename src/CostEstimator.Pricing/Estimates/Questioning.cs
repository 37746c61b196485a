using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>Which unknown facts to ask for, and what each answer would make of the total.</summary>
internal static class Questioning
{
    /// <summary>The questions of an estimate, the one that moves the total most first.</summary>
    /// <param name="groups">The groups of unknown facts, enumerated.</param>
    /// <param name="certain">What the lines cost that depend on no unknown fact.</param>
    /// <param name="currency">The currency of the estimate.</param>
    public static ImmutableArray<Question> Of(List<ScenarioGroup> groups, Interval certain, Currency currency)
    {
        if (groups.Count == 0)
        {
            return [];
        }

        var weighed = new List<WeighedQuestion>();
        foreach (var group in groups)
        {
            AddQuestions(group, OfTheOthers(groups, group, certain), currency, weighed);
        }

        weighed.Sort(WeighedQuestion.Compare);
        var questions = ImmutableArray.CreateBuilder<Question>(weighed.Count);
        foreach (var question in weighed)
        {
            questions.Add(question.Question);
        }

        return questions.MoveToImmutable();
    }

    private static Interval OfTheOthers(List<ScenarioGroup> groups, ScenarioGroup group, Interval certain)
    {
        var total = certain;
        foreach (var other in groups)
        {
            if (!ReferenceEquals(other, group))
            {
                total += other.Hull;
            }
        }

        return total;
    }

    private static void AddQuestions(
        ScenarioGroup group, Interval others, Currency currency, List<WeighedQuestion> weighed)
    {
        for (var place = 0; place < group.Facts.Count; place++)
        {
            var fact = group.Facts[place];
            var totals = new Interval[fact.Values.Length];
            for (var value = 0; value < totals.Length; value++)
            {
                totals[value] = others + group.HullOf(place, value);
            }

            if (totals.AsSpan().ContainsAnyExcept(totals[0]))
            {
                weighed.Add(new WeighedQuestion(QuestionOf(fact, totals, currency), totals));
            }
        }
    }

    private static Question QuestionOf(Fact fact, Interval[] totals, Currency currency)
    {
        var options = ImmutableArray.CreateBuilder<QuestionOption>(totals.Length);
        for (var value = 0; value < totals.Length; value++)
        {
            options.Add(new QuestionOption(fact.Values[value], totals[value].In(currency)));
        }

        return new Question(fact, options.MoveToImmutable());
    }
}
