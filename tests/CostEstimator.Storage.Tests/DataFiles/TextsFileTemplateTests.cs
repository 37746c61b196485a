using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class TextsFileTemplateTests
{
    private const string File = "texts.csv";

    public static TheoryData<string> Keys => [.. Templates.All.Select(template => template.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Read_OverrideWithTheRightPlaceholders_IsNeitherFaultNorWarning(string key) =>
        Expect.Nothing(DataSet.Small().Append(File, Row(key, Right(key), Right(key), Right(key))).Read());

    [Theory]
    [MemberData(nameof(Keys))]
    public void Read_OverrideWithAnotherPlaceholder_IsAFaultOfItsLanguage(string key)
    {
        var wrong = $"{Right(key)} {{other}}";

        Expect.Fault(
            DataSet.Small().Append(File, Row(key, wrong, Right(key), Right(key))).Read(),
            File, 18, $"en '{wrong}' needs the placeholders of '{key}', and no others");
        Expect.Fault(DataSet.Small().Append(File, Row(key, Right(key), wrong, Right(key))).Read(), File, 18, $"ru '{wrong}' needs");
        Expect.Fault(DataSet.Small().Append(File, Row(key, Right(key), Right(key), wrong)).Read(), File, 18, $"tr '{wrong}' needs");
    }

    [Theory]
    [InlineData("range.between", "{low}", "en '{low}' needs the placeholders of 'range.between', and no others: {low}, {high}")]
    [InlineData("range.between", "{low} to {High}", "and no others: {low}, {high}")]
    [InlineData("range.from", "{ low }", "and no others: {low}")]
    [InlineData("range.free", "{low}", "and no others: none")]
    [InlineData("quantity.exactly", "{min} {units}", "and no others: {min}, {unit}")]
    public void Read_OverrideWithWrongPlaceholders_IsToldTheRightOnes(string key, string english, string reason) =>
        Expect.Fault(DataSet.Small().Append(File, Row(key, english, Right(key), Right(key))).Read(), File, 18, reason);

    [Fact]
    public void Read_OverrideWithAPlaceholderTwiceAndInAnotherOrder_IsNoFault() =>
        Expect.Nothing(DataSet.Small().Append(File, Row("range.between", "{high}, {low}, {high}", "{low}{high}", "{low} {high}")).Read());

    [Fact]
    public void All_DefaultTexts_HaveTheirPlaceholders() =>
        Assert.All(Templates.All, template => Assert.All(
            [template.Default.En, template.Default.Ru, template.Default.Tr],
            text => Assert.True(template.Fits(text), $"{template.Key}: {text}")));

    [Fact]
    public void All_Keys_AreThereOnce() =>
        Assert.Distinct(Templates.All.Select(template => template.Key));

    private static string Right(string key) =>
        $"word {string.Join(' ', Templates.All.Single(template => template.Key == key).Placeholders.Select(name => $"{{{name}}}"))}";

    private static string Row(string key, string en, string ru, string tr) => $"{key},\"{en}\",\"{ru}\",\"{tr}\"";
}
