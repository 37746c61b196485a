using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class ConditionsTests
{
    private static readonly Fact Clinic = new("clinic", 0, ["a", "b"]);
    private static readonly Fact Donor = new("donor", 1, ["related", "unrelated"]);
    private static readonly Condition InClinicA = new(Clinic, ["a"]);
    private static readonly Condition InClinicB = new(Clinic, ["b"]);
    private static readonly Condition Related = new(Donor, ["related"]);

    [Fact]
    public void All_ConditionsInAnyOrder_AreInTheOrderOfTheFacts()
    {
        var conditions = new Conditions([Related, InClinicA]);

        Assert.Equal([InClinicA, Related], conditions.All);
        Assert.Equal("clinic=a;donor=related", conditions.ToString());
    }

    [Fact]
    public void None_Always_HasNoCondition()
    {
        Assert.Empty(Conditions.None.All);
        Assert.Empty(Conditions.None.ToString());
        Assert.Equal(new Conditions([]), Conditions.None);
    }

    [Fact]
    public void Constructor_TwoConditionsOnOneFact_Throws() =>
        Assert.Throws<ArgumentException>(() => new Conditions([InClinicA, Related, InClinicB]));

    [Fact]
    public void On_Fact_IsItsConditionOrNull()
    {
        Assert.Same(InClinicA, new Conditions([InClinicA]).On(Clinic));
        Assert.Null(new Conditions([InClinicA]).On(Donor));
        Assert.Null(new Conditions([InClinicA]).On(new Fact("clinic", 0, ["a", "b"])));
    }

    [Fact]
    public void Equals_SameConditionsInAnyOrder_True()
    {
        var conditions = new Conditions([InClinicA, Related]);
        var same = new Conditions([Related, new Condition(Clinic, ["a"])]);

        Assert.Equal(conditions, same);
        Assert.Equal(conditions.GetHashCode(), same.GetHashCode());
        Assert.True(conditions.Equals((object)same));
    }

    [Fact]
    public void Equals_OtherConditions_False()
    {
        var conditions = new Conditions([InClinicA]);

        Assert.NotEqual(conditions, new Conditions([InClinicB]));
        Assert.NotEqual(conditions, new Conditions([InClinicA, Related]));
        Assert.NotEqual(conditions, Conditions.None);
        Assert.False(conditions.Equals(null));
    }

    [Fact]
    public void IsMoreSpecificThan_MoreFacts_WhateverTheValues()
    {
        var both = new Conditions([InClinicA, Related]);

        Assert.True(both.IsMoreSpecificThan(new Conditions([InClinicB])));
        Assert.True(both.IsMoreSpecificThan(Conditions.None));
        Assert.False(both.IsMoreSpecificThan(new Conditions([InClinicB, Related])));
        Assert.False(new Conditions([InClinicA]).IsMoreSpecificThan(both));
        Assert.False(new Conditions([InClinicA]).IsMoreSpecificThan(new Conditions([Related])));
    }

    [Fact]
    public void IsMoreSpecificThan_MoreFactsButNotAllOfTheOthers_False()
    {
        var room = new Fact("room", 2, ["single", "shared"]);
        var clinicAndRoom = new Conditions([InClinicA, new Condition(room, ["single"])]);

        Assert.False(clinicAndRoom.IsMoreSpecificThan(new Conditions([Related])));
    }

    [Fact]
    public void CanHoldWith_ConditionsThatSomeCaseMeetsTogether_True()
    {
        var anyClinic = new Conditions([new Condition(Clinic, ["a", "b"])]);

        Assert.True(new Conditions([InClinicA]).CanHoldWith(anyClinic));
        Assert.True(anyClinic.CanHoldWith(new Conditions([InClinicA, Related])));
        Assert.True(new Conditions([InClinicA]).CanHoldWith(new Conditions([Related])));
        Assert.True(new Conditions([InClinicA]).CanHoldWith(Conditions.None));
        Assert.True(Conditions.None.CanHoldWith(new Conditions([InClinicA])));
    }

    [Fact]
    public void CanHoldWith_OneFactOnWhichTheyContradict_False()
    {
        var relatedInA = new Conditions([InClinicA, Related]);

        Assert.False(relatedInA.CanHoldWith(new Conditions([InClinicB])));
        Assert.False(new Conditions([InClinicB, Related]).CanHoldWith(relatedInA));
    }

    [Fact]
    public void Comparisons_Null_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => Conditions.None.CanHoldWith(null!));
        Assert.Throws<ArgumentNullException>(() => Conditions.None.IsMoreSpecificThan(null!));
    }

    [Fact]
    public void AreOnSameFactsAs_SameFacts_WhateverTheValues()
    {
        Assert.True(new Conditions([InClinicA]).AreOnSameFactsAs(new Conditions([InClinicB])));
        Assert.False(new Conditions([InClinicA]).AreOnSameFactsAs(new Conditions([Related])));
        Assert.False(new Conditions([InClinicA]).AreOnSameFactsAs(new Conditions([InClinicA, Related])));
        Assert.False(new Conditions([InClinicA, Related]).AreOnSameFactsAs(new Conditions([InClinicA])));
    }
}
