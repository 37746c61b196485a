using System.Text.Json;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>Checks which members an object has, and of which types.</summary>
public static class JsonShape
{
    /// <param name="element">The object.</param>
    /// <param name="members">Each member as <c>name:type</c>, in their order; a question mark lets null stand in for the type.</param>
    public static void AssertShape(this JsonElement element, string members)
    {
        var expected = members.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(member => member.Split(':')).ToList();
        var actual = element.EnumerateObject().ToList();
        Assert.Equal(expected.Select(member => member[0]), actual.Select(member => member.Name));
        foreach (var (member, type) in actual.Zip(expected.Select(member => member[1])))
        {
            var isRight = TypeOf(member.Value) == type.TrimEnd('?') || (type.EndsWith('?') && TypeOf(member.Value) == "null");
            Assert.True(isRight, $"{member.Name} is {member.Value.GetRawText()} instead of {type}");
        }
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
