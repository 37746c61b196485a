using System.Globalization;
using CostEstimator.Api.Callers;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage;
using CostEstimator.Storage.Partners;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.CommandLine;

/// <summary><c>partners add</c>, <c>list</c>, <c>rotate</c> and <c>revoke</c>.</summary>
internal static class PartnersVerb
{
    /// <summary><c>partners add CODE --name N --origin O... --per-minute N</c>.</summary>
    public static int Add(string code, string name, string[] origins, int perMinute)
    {
        var parsed = new List<string>();
        var faults = FaultsOf(code, name, perMinute).ToList();
        foreach (var text in origins)
        {
            if (Origin.TryParse(text, out var origin))
            {
                parsed.Add(origin);
            }
            else
            {
                faults.Add($"--origin '{text}' is not where a page is from: {Origin.Form}");
            }
        }

        if (faults.Count > 0)
        {
            faults.ForEach(fault => Console.Error.WriteLine($"fault: {fault}"));
            return Refused("No partner was added.");
        }

        return With(store => store.Add(code, name, parsed, perMinute) is { } key
            ? Shown(key, $"Partner {code} was added.")
            : Refused($"There is, or was, a partner '{code}' already; codes are never given twice. Nothing was changed."));
    }

    /// <summary><c>partners list</c>.</summary>
    public static int List() => With(store =>
    {
        var partners = store.All();
        foreach (var partner in partners)
        {
            var limit = partner.PerMinute == 0 ? "no limit" : string.Create(CultureInfo.InvariantCulture, $"{partner.PerMinute} a minute");
            var pages = partner.Origins.IsEmpty ? "no pages" : string.Join(' ', partner.Origins);
            var state = partner.RevokedAt is { } revoked ? $"revoked {Day(revoked)}" : "active";
            Console.WriteLine(
                $"{partner.Code} | {partner.Name} | {state} | key {partner.KeyId}... since {Day(partner.KeySince)} | {limit} | {pages} | added {Day(partner.AddedAt)}");
        }

        Console.WriteLine($"{partners.Length} partners");
        return ExitCode.Done;
    });

    /// <summary><c>partners rotate CODE</c>.</summary>
    public static int Rotate(string code) => With(store => store.Rotate(code) is { } key
        ? Shown(key, $"Partner {code} has another key; the former one no longer holds.")
        : Refused(Unknown(code)));

    /// <summary><c>partners revoke CODE</c>.</summary>
    public static int Revoke(string code) => With(store =>
    {
        if (!store.Revoke(code))
        {
            return Refused(Unknown(code));
        }

        Console.WriteLine($"The key of partner {code} was revoked for good. Quotes that were issued with it stay. A running server refuses it within two seconds.");
        return ExitCode.Done;
    });

    private static IEnumerable<string> FaultsOf(string code, string name, int perMinute)
    {
        if (!Code.IsValid(code))
        {
            yield return $"'{code}' is not a code: {Code.Form}";
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > Partner.MostNameLength || name.Any(char.IsControl))
        {
            yield return $"--name must be 1 to {Partner.MostNameLength} characters, none of them a control character";
        }

        if (perMinute is < 0 or > Partner.MostPerMinute)
        {
            yield return $"--per-minute must be a whole number from 0 to {Partner.MostPerMinute}; 0 is no limit";
        }
    }

    private static string Unknown(string code) => $"There is no partner '{code}' whose key holds; 'partners list' shows them all. Nothing was changed.";

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Shown(PartnerKey key, string done)
    {
        Console.WriteLine($"{done} A running server knows it within two seconds. The key, for the header {Caller.KeyHeader}, is shown this once:");
        Console.WriteLine(key.Text);
        return ExitCode.Done;
    }

    private static int Refused(string reason)
    {
        Console.Error.WriteLine(reason);
        return ExitCode.Refused;
    }

    private static int With(Func<PartnerStore, int> act)
    {
        using var services = DataVerbs.Services();
        try
        {
            services.Migrate(services.GetRequiredService<Database>());
            return act(services.GetRequiredService<PartnerStore>());
        }
        catch (Exception fault) when (fault is DatabaseException or SqliteException or InvalidOperationException)
        {
            throw new StartException($"The partners cannot be read or changed: {fault.Message}");
        }
    }
}
