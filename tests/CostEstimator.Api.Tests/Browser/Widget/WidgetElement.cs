using System.Text.Json;
using Microsoft.Playwright;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>A widget, as its visitor sees and works it.</summary>
public sealed class WidgetElement(ILocator element)
{
    public ILocator Element => element;

    public ILocator Frame => element.Locator("[part=widget]");

    public ILocator Title => element.GetByRole(AriaRole.Heading, new() { Level = 2 });

    public ILocator Total => element.Locator("[part=amount]");

    public ILocator Sentence => element.Locator(".sentence");

    public ILocator Range => element.Locator("[part=range]");

    public ILocator Currency => element.Locator("select").First;

    public ILocator Language => element.Locator("select").Last;

    public ILocator Questions => element.Locator("[part=question]");

    public ILocator Lines => element.Locator("[part=line]");

    public ILocator Stages => element.Locator("[part=stage]");

    public ILocator Quantities => element.Locator("[part=quantity]");

    public ILocator Notes => element.Locator("[part=notes] li");

    public ILocator Stale => element.Locator("[part=stale]");

    public ILocator Problem => element.Locator("[part=problem]:visible");

    public ILocator Retry => element.Locator("[part=retry]");

    public ILocator QuoteButton => element.Locator("[part=quote-button]");

    public ILocator Quote => element.Locator("[part=quote]");

    public ILocator Reference => element.Locator("[part=reference]");

    public ILocator Copy => element.Locator("[part=copy]");

    public ILocator Disclaimer => element.Locator("[part=disclaimer]:visible");

    public ILocator Option(string name) => element.Locator($"[part=option]:has(> span:text-is(\"{name}\")) input");

    /// <summary>Waits until the widget shows the answer to all that was chosen.</summary>
    public Task SettledAsync(string state = "ready") => element.Locator($"[part=widget][data-state={state}]:not([aria-busy])").WaitForAsync();

    /// <summary>Chooses a currency as a visitor does: by its first letter.</summary>
    public async Task ChooseCurrencyAsync(string code, string state = "ready")
    {
        await Currency.PressAsync(code[..1]);
        await SettledAsync(state);
    }

    public async Task ChooseAsync(string option)
    {
        await Option(option).CheckAsync();
        await SettledAsync();
    }

    /// <summary>The questions, each with its options and their totals: "question: option = total | option = total".</summary>
    public Task<string[]> AskedAsync() => element.EvaluateAsync<string[]>(
        """
        widget => [...widget.shadowRoot.querySelectorAll('[part=question]')].map(question => `${question.querySelector('legend').textContent}: ${
          [...question.querySelectorAll('[part=option]')].map(option => [...option.querySelectorAll('span')].map(span => span.textContent).join(' = ')).join(' | ')}`)
        """);

    /// <summary>The estimate that the widget shows, as the API gave it.</summary>
    public Task<JsonElement> EstimateAsync() => element.EvaluateAsync<JsonElement>("widget => widget.estimate");

    public Task SetAsync(string attribute, string? value) => element.EvaluateAsync(
        "(widget, [name, value]) => value === null ? widget.removeAttribute(name) : widget.setAttribute(name, value)", new[] { attribute, value });
}
