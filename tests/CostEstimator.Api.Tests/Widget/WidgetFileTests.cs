using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Widget;

/// <summary>How the widget's files and texts are served to pages of other origins.</summary>
public sealed class WidgetFileTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private static readonly string[] Modules = ["treatment-cost-estimator.js", "element.js", "styles.js", "view.js"];

    private static string ReadmeText { get; } = File.ReadAllText(Path.Combine(RepositoryFolder(), "README.md"));

    [Theory]
    [InlineData("gzip", 15_000)]
    [InlineData("br", 13_000)]
    public async Task Modules_Compressed_AreSmallInAll(string encoding, int most)
    {
        var total = 0;
        foreach (var module in Modules)
        {
            var answer = await seed.Client.FetchAsync($"/widget/v1/{module}", ("Accept-Encoding", encoding));
            Assert.Equal(encoding, answer.Header("Content-Encoding"));
            total += answer.Body.Length;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{total} bytes by {encoding}");
        Assert.InRange(total, 1, most);
    }

    [Fact]
    public async Task Modules_ToPagesOfOtherOrigins_AreOpenAndKeptLong()
    {
        foreach (var module in Modules.Append("embed.js").Append("embed.css"))
        {
            var answer = await seed.Client.FetchAsync($"/widget/v1/{module}", ("Origin", PartnerSite.Page));

            Assert.Equal(200, answer.Status);
            Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
            Assert.Equal("cross-origin", answer.Header("Cross-Origin-Resource-Policy"));
            Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
            Assert.StartsWith(Path.GetExtension(module) == ".css" ? "text/css" : "text/javascript", answer.Header("Content-Type"), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task Modules_AnswerTheirTag()
    {
        var first = await seed.Client.FetchAsync("/widget/v1/view.js");
        var again = await seed.Client.FetchAsync("/widget/v1/view.js", ("If-None-Match", first.Header("ETag")!));

        Assert.Equal(304, again.Status);
        Assert.Equal("public, max-age=31536000, immutable", again.Header("Cache-Control"));
    }

    [Fact]
    public async Task Module_ThatThereIsNot_IsAProblemThatIsNotKept()
    {
        var answer = await seed.Client.FetchAsync("/widget/v1/nothing.js");

        answer.AssertRefused(404, "not-found");
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    // A page pins them: where one of these changes, a new version of the widget has to begin.
    [Fact]
    public async Task Readme_ShowsTheDigestOfEveryModule()
    {
        foreach (var module in Modules)
        {
            var digest = $"sha384-{Convert.ToBase64String(SHA384.HashData((await seed.Client.FetchAsync($"/widget/v1/{module}")).Body))}";
            Assert.Matches($"{Regex.Escape(module)}\"[^>\n]* integrity=\"{Regex.Escape(digest)}\"", ReadmeText);
        }
    }

    [Fact]
    public async Task Readme_NamesEveryPropertyPartAndAttribute()
    {
        var styles = (await seed.Client.FetchAsync("/widget/v1/styles.js")).Text;
        var view = (await seed.Client.FetchAsync("/widget/v1/view.js")).Text;
        var element = (await seed.Client.FetchAsync("/widget/v1/element.js")).Text;
        var names = Regex.Matches(styles, "--tce-[a-z-]+").Select(found => found.Value)
            .Concat(Regex.Matches(view, "part: '([a-z-]+)'").Select(found => found.Groups[1].Value))
            .Concat(Regex.Matches(Regex.Match(element, @"observedAttributes = \[(.*?)\]").Groups[1].Value, "'([a-z-]+)'").Select(found => found.Groups[1].Value));

        Assert.All(names.Distinct(StringComparer.Ordinal), name => Assert.Contains($"`{name}`", ReadmeText, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", "'none'")]
    [InlineData("/widget/v1/embed", "*")]
    [InlineData("/widget/v1/embed?programme=acute-leukaemia", "*")]
    public async Task Page_OfTheProduct_RunsItsOwnScriptsOnly(string path, string framedBy)
    {
        var answer = await seed.Client.FetchAsync(path);

        Assert.Equal(200, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("no-cache", answer.Header("Cache-Control"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.EndsWith($"frame-ancestors {framedBy}", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<script(?![^>]*src=)|<style|style=|\\son[a-z]+=\"", answer.Text);
    }

    [Theory]
    [InlineData("en", Language.En)]
    [InlineData("ru", Language.Ru)]
    [InlineData("tr", Language.Tr)]
    public async Task Texts_InEachLanguage_AreThoseOfThePriceList(string code, Language language)
    {
        var answer = await seed.Client.FetchAsync($"/widget/v1/texts?language={code}");
        var again = await seed.Client.FetchAsync($"/widget/v1/texts?language={code}", ("If-None-Match", answer.Header("ETag")!));

        Assert.Equal(code, answer.StringAt("/language"));
        Assert.Equal("USD", answer.StringAt("/currency"));
        Assert.Equal(304, again.Status);
        Assert.All(
            Templates.All.Where(template => template.Key.StartsWith(Templates.WidgetPrefix, StringComparison.Ordinal)),
            template => Assert.Equal(template.Default.In(language), answer.StringAt($"/texts/{template.Key[Templates.WidgetPrefix.Length..]}")));
        Assert.Equal((await seed.Client.EstimateAsync($"item=chemotherapy&language={code}")).StringAt("/disclaimer/text"), answer.StringAt("/texts/disclaimer"));
    }

    [Fact]
    public async Task Texts_InALanguageThereIsNot_AreRefused() =>
        (await seed.Client.FetchAsync("/widget/v1/texts?language=de")).AssertRefused(422, "unknown-language");

    // What the widget says before it has its texts must not say something else than they do.
    [Fact]
    public async Task Element_SaysWithoutTexts_WhatTheTextsSay()
    {
        var element = (await seed.Client.FetchAsync("/widget/v1/element.js")).Text;
        foreach (var language in new[] { "en", "ru", "tr" })
        {
            var own = Regex.Match(element, $@"^  {language}: \{{\n(.*?)^  \}},", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
            var said = Regex.Matches(own, @"^ +'?([a-z-]+)'?: '([^']*)',$", RegexOptions.Multiline);
            var texts = await seed.Client.FetchAsync($"/widget/v1/texts?language={language}");

            Assert.Equal(5, said.Count);
            Assert.All(said, text => Assert.Equal(texts.StringAt($"/texts/{text.Groups[1].Value}"), text.Groups[2].Value));
        }
    }

    private static string RepositoryFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
