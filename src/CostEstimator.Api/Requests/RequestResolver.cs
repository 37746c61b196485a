using System.Collections.Immutable;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Requests;

/// <summary>Looks up what a request names in the price list, and finds everything that is impossible about it.</summary>
internal sealed class RequestResolver
{
    /// <summary>The greatest number of items in a request.</summary>
    public const int MostItems = 50;

    private readonly PriceList _list;
    private readonly PriceListSnapshot _snapshot;
    private readonly List<(ProblemKind Kind, ProblemErrorResponse Error)> _faults = [];

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
    public static EstimateRequest? Resolve(RequestDraft draft, PriceListSnapshot snapshot, DateOnly today, out Problem? problem)
    {
        var resolver = new RequestResolver(snapshot);
        var items = resolver.Items(draft);
        var known = resolver.CaseOf(draft.Facts);
        var currency = resolver.CurrencyOf(draft.Currency);
        resolver.CheckLanguage(draft.Language);
        problem = resolver._faults.Count == 0 ? null : Problem.Of(resolver._faults);
        return problem is null ? new EstimateRequest(items, known!, currency, draft.On ?? today) : null;
    }

    private ImmutableArray<Item> Items(RequestDraft draft)
    {
        if (draft.Items.Count == 0)
        {
            Fault(ProblemKind.NothingToPrice, draft.ItemsPlace.Error("The request names no item. Name at least one, by the code of a treatment.", Treatments()));
        }

        if (draft.Items.Count > MostItems)
        {
            Fault(ProblemKind.TooManyItems, draft.ItemsPlace.Error($"The request has {draft.Items.Count} items; it may have {MostItems}."));
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
            Fault(ProblemKind.UnknownTreatment, code.Place.Error($"There is no treatment '{Place.Shown(code.Code)}'.", Treatments()));
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
                Fault(ProblemKind.ImpossibleQuantity, quantity.MinPlace.Error($"The least quantity of '{Place.Shown(treatment.Code)}' is above the greatest."));
            }
        }

        return _faults.Count == before;
    }

    private void CheckCount(int count, Place place, DraftCode treatment)
    {
        if (count is < Quantity.Least or > Quantity.Most)
        {
            Fault(ProblemKind.ImpossibleQuantity, place.Error($"A quantity of '{Place.Shown(treatment.Code)}' must be a whole number from {Quantity.Least} to {Quantity.Most}."));
        }
    }

    private Case? CaseOf(IReadOnlyList<DraftFact> facts)
    {
        var stated = new Dictionary<Fact, string>();
        foreach (var draft in facts)
        {
            if (_list.FindFact(draft.Fact) is not { } fact)
            {
                Fault(ProblemKind.UnknownFact, draft.Place.Error($"There is no fact '{Place.Shown(draft.Fact)}'.", [.. _list.Facts.Select(known => known.Code)]));
            }
            else if (fact.IndexOf(draft.Value) < 0)
            {
                Fault(ProblemKind.UnknownValue, draft.Place.Error($"Fact '{fact}' has no value '{Place.Shown(draft.Value)}'.", fact.Values));
            }
            else if (!stated.TryAdd(fact, draft.Value))
            {
                Fault(ProblemKind.RepeatedParameter, draft.Place.Error($"Fact '{fact}' is stated more than once."));
            }
        }

        return _faults.Count == 0 ? new Case(stated) : null;
    }

    private Currency CurrencyOf(DraftCode? draft)
    {
        if (draft is null)
        {
            return _list.Currency;
        }

        if (CurrencyInfo.TryFromCode(draft.Code, out var currency))
        {
            return currency;
        }

        Fault(ProblemKind.UnknownCurrency, draft.Place.Error(
            $"There is no currency '{Place.Shown(draft.Code)}'. Use a code of ISO 4217, in capitals.", _snapshot.Currencies));
        return default;
    }

    private void CheckLanguage(DraftCode? draft)
    {
        if (draft is not null && draft.Code != Words.Language)
        {
            Fault(ProblemKind.UnknownLanguage, draft.Place.Error($"There are no texts in language '{Place.Shown(draft.Code)}'.", [Words.Language]));
        }
    }

    private string[] Treatments() => [.. _list.Treatments.Select(treatment => treatment.Code)];

    private void Fault(ProblemKind kind, ProblemErrorResponse error) => _faults.Add((kind, error));
}
