using System.Collections.Immutable;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Requests;

/// <summary>Looks up what a request names in the price list, and finds everything that is impossible about it.</summary>
internal sealed class RequestResolver
{
    /// <summary>The greatest number of items in a request, besides those of a programme.</summary>
    public const int MostItems = 50;

    private readonly PriceList _list;
    private readonly PriceListSnapshot _snapshot;
    private readonly List<Fault> _faults = [];

    private RequestResolver(PriceListSnapshot snapshot)
    {
        _snapshot = snapshot;
        _list = snapshot.Data.List;
    }

    /// <summary>Resolves a request.</summary>
    /// <param name="draft">The request.</param>
    /// <param name="snapshot">The price list that it names things from.</param>
    /// <param name="today">The day of a request that names none.</param>
    /// <param name="problem">Why it cannot be priced; null: it can.</param>
    public static ResolvedRequest? Resolve(RequestDraft draft, PriceListSnapshot snapshot, DateOnly today, out Problem? problem)
    {
        var resolver = new RequestResolver(snapshot);
        var on = draft.On ?? today;
        var programme = resolver.ProgrammeOf(draft.Programme);
        var items = resolver.Items(draft);
        var known = resolver.CaseOf(draft.Facts);
        var currency = resolver.CurrencyOf(draft.Currency, on);
        var request = new EstimateRequest(programme?.Items.AddRange(items) ?? items, known ?? Case.Unknown, currency, on);
        if (currency != default && !snapshot.IsCurrency(currency, on))
        {
            resolver._faults.Add(ExchangeRateFaults.Of(draft.Currency!.Place, request, snapshot));
        }

        resolver.CheckLanguage(draft.Language);
        problem = resolver._faults.Count == 0 ? null : Problem.Of(resolver._faults);
        return problem is null ? new ResolvedRequest(request, programme, snapshot.Bulletins.On(on)) : null;
    }

    private Programme? ProgrammeOf(DraftCode? draft)
    {
        if (draft is null)
        {
            return null;
        }

        var programme = _list.FindProgramme(draft.Code);
        if (programme is null)
        {
            Fault(ProblemKind.UnknownProgramme, draft.Place, Templates.NoSuchProgramme, [.. _list.Programmes.Select(known => known.Code)], ("code", Place.Shown(draft.Code)));
        }

        return programme;
    }

    private ImmutableArray<Item> Items(RequestDraft draft)
    {
        if (draft.Items.Count == 0 && draft.Programme is null)
        {
            Fault(ProblemKind.NothingToPrice, draft.ItemsPlace, Templates.NoItem, Treatments());
        }

        if (draft.Items.Count > MostItems)
        {
            Fault(ProblemKind.TooManyItems, draft.ItemsPlace, Templates.ItemsTooMany, null, ("count", draft.Items.Count), ("most", MostItems));
            return [];
        }

        var items = ImmutableArray.CreateBuilder<Item>(draft.Items.Count);
        foreach (var item in draft.Items)
        {
            var treatment = TreatmentOf(item.Treatment);
            var isPossible = item.Quantity is null || IsPossible(item.Quantity, item.Treatment);
            if (treatment is not null && isPossible)
            {
                items.Add(new Item(treatment, item.Quantity is { } quantity ? new Quantity(quantity.Min, quantity.Max) : treatment.DefaultQuantity));
            }
        }

        return items.DrainToImmutable();
    }

    private Treatment? TreatmentOf(DraftCode code)
    {
        var treatment = _list.FindTreatment(code.Code);
        if (treatment is null)
        {
            Fault(ProblemKind.UnknownTreatment, code.Place, Templates.NoSuchTreatment, Treatments(), ("code", Place.Shown(code.Code)));
        }

        return treatment;
    }

    private bool IsPossible(DraftQuantity quantity, DraftCode treatment)
    {
        var before = _faults.Count;
        CheckCount(quantity.Min, quantity.MinPlace, treatment);
        if (quantity.Max is { } max)
        {
            CheckCount(max, quantity.MaxPlace, treatment);
            if (max < quantity.Min)
            {
                Fault(ProblemKind.ImpossibleQuantity, quantity.MinPlace, Templates.QuantityReversed, null, ("code", Place.Shown(treatment.Code)));
            }
        }

        return _faults.Count == before;
    }

    private void CheckCount(int count, Place place, DraftCode treatment)
    {
        if (count is < Quantity.Least or > Quantity.Most)
        {
            Fault(
                ProblemKind.ImpossibleQuantity, place, Templates.QuantityOutOfBounds, null,
                ("code", Place.Shown(treatment.Code)), ("least", Quantity.Least), ("most", Quantity.Most));
        }
    }

    private Case? CaseOf(IReadOnlyList<DraftFact> facts)
    {
        if (facts.Count == 0)
        {
            return Case.Unknown;
        }

        var stated = new Dictionary<Fact, string>();
        foreach (var draft in facts)
        {
            if (_list.FindFact(draft.Fact) is not { } fact)
            {
                Fault(ProblemKind.UnknownFact, draft.Place, Templates.NoSuchFact, [.. _list.Facts.Select(known => known.Code)], ("code", Place.Shown(draft.Fact)));
            }
            else if (fact.IndexOf(draft.Value) < 0)
            {
                Fault(ProblemKind.UnknownValue, draft.Place, Templates.NoSuchValue, fact.Values, ("fact", fact.Code), ("value", Place.Shown(draft.Value)));
            }
            else if (!stated.TryAdd(fact, draft.Value))
            {
                Fault(ProblemKind.RepeatedParameter, draft.Place, Templates.FactRepeated, null, ("fact", fact.Code));
            }
        }

        return _faults.Count == 0 ? new Case(stated) : null;
    }

    private Currency CurrencyOf(DraftCode? draft, DateOnly on)
    {
        if (draft is null)
        {
            return _list.Currency;
        }

        if (!CurrencyInfo.TryFromCode(draft.Code, out var info))
        {
            Fault(ProblemKind.UnknownCurrency, draft.Place, Templates.NoSuchCurrency, _snapshot.CurrenciesOn(on), ("code", Place.Shown(draft.Code)));
            return default;
        }

        return info;
    }

    private void CheckLanguage(DraftCode? draft)
    {
        if (draft is not null && Languages.Find(draft.Code) is null)
        {
            _faults.Add(LanguageFaults.Of(draft));
        }
    }

    private string[] Treatments() => [.. _list.Treatments.Select(treatment => treatment.Code)];

    private void Fault(
        ProblemKind kind, Place place, Template detail, IReadOnlyList<string>? known, params IReadOnlyList<(string Name, object Value)> values) =>
        _faults.Add(new Fault(kind, place, new Message(detail, values), known));
}
