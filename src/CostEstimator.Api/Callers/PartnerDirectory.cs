using System.Collections.Frozen;
using System.Collections.Immutable;
using CostEstimator.Storage.Partners;

namespace CostEstimator.Api.Callers;

/// <summary>The partners whose keys hold: the database's, held in memory.</summary>
internal sealed class PartnerDirectory(PartnerStore store)
{
    // So that an unknown key takes as long as a known one.
    private static readonly Partner Nobody = new("nobody", "", [], 0, "", new byte[32], default, default, DateTimeOffset.MinValue);

    private volatile Entries _entries = new(FrozenDictionary<string, Partner>.Empty, FrozenSet<string>.Empty, -1);
    private volatile string? _fault;

    /// <summary>How many there are.</summary>
    public int Count => _entries.ByKeyId.Count;

    /// <summary>Why the partners could not be read when they last changed; null: they could.</summary>
    public string? Fault => _fault;

    /// <summary>The origins of all of them.</summary>
    public FrozenSet<string> Origins => _entries.Origins;

    /// <summary>The partner with this key, or null.</summary>
    public Partner? Find(string key)
    {
        var partner = PartnerKey.IdOf(key) is { } id ? _entries.ByKeyId.GetValueOrDefault(id, Nobody) : Nobody;
        return partner.Holds(key) ? partner : null;
    }

    /// <summary>Reads the partners from the database.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database cannot be read.</exception>
    /// <exception cref="Storage.DatabaseException">The partners in it are damaged.</exception>
    public void Load()
    {
        var (partners, revision) = store.Load();
        ImmutableArray<Partner> active = [.. partners.Where(partner => partner.RevokedAt is null)];
        _entries = new Entries(
            active.ToFrozenDictionary(partner => partner.KeyId, StringComparer.Ordinal),
            active.SelectMany(partner => partner.Origins).ToFrozenSet(StringComparer.Ordinal),
            revision);
        _fault = null;
    }

    /// <summary>Reads the partners again if they changed. If they cannot be read, those at hand stay.</summary>
    /// <returns>Whether something became different: other partners, or a fault that was not there before or is gone.</returns>
    public bool Refresh()
    {
        var before = (_entries.Revision, _fault);
        try
        {
            if (_fault is not null || store.Revision() != before.Revision)
            {
                Load();
            }
        }
        catch (Exception fault)
        {
            // Whatever is wrong: the partners at hand stay, and the server goes on.
            _fault = fault.Message;
        }

        return before != (_entries.Revision, _fault);
    }

    private sealed record Entries(FrozenDictionary<string, Partner> ByKeyId, FrozenSet<string> Origins, long Revision);
}
