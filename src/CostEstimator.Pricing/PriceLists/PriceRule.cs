namespace CostEstimator.Pricing.PriceLists;

/// <summary>While in force, a treatment costs this range per unit in every case that meets the conditions, as a source published it.</summary>
public sealed class PriceRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="code">The rule's code, unique in the price list.</param>
    /// <param name="treatment">The treatment that it prices.</param>
    /// <param name="conditions">What must hold of the case, all of it.</param>
    /// <param name="range">The price of one unit, as published.</param>
    /// <param name="validity">The days on which the rule is in force.</param>
    /// <param name="source">Where the price was published.</param>
    /// <param name="note">The code of a note on the price, or null.</param>
    /// <exception cref="ArgumentException">A code is malformed.</exception>
    public PriceRule(
        string code, Treatment treatment, Conditions conditions, PriceRange range, Validity validity, PriceSource source, string? note)
    {
        ArgumentNullException.ThrowIfNull(treatment);
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(source);
        Code = PriceLists.Code.Require(code, "price rule");
        Treatment = treatment;
        Conditions = conditions;
        Range = range;
        Validity = validity;
        Source = source;
        Note = note is null ? null : PriceLists.Code.Require(note, "note");
    }

    /// <summary>The rule's code.</summary>
    public string Code { get; }

    /// <summary>The treatment that the rule prices.</summary>
    public Treatment Treatment { get; }

    /// <summary>What must hold of the case, all of it.</summary>
    public Conditions Conditions { get; }

    /// <summary>The price of one unit, as published.</summary>
    public PriceRange Range { get; }

    /// <summary>The days on which the rule is in force.</summary>
    public Validity Validity { get; }

    /// <summary>Where the price was published.</summary>
    public PriceSource Source { get; }

    /// <summary>The code of a note on the price, or null.</summary>
    public string? Note { get; }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
