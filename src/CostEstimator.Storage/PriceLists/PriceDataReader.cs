using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.PriceLists;

/// <summary>Reads price data, inside the caller's transaction.</summary>
internal static class PriceDataReader
{
    public static PriceData Read(SqliteConnection connection)
    {
        var treatments = ReadTreatments(connection);
        var facts = ReadFacts(connection);
        var sources = ReadSources(connection);
        var treatmentsByCode = treatments.ToDictionary(treatment => treatment.Code, StringComparer.Ordinal);
        var factsByCode = facts.ToDictionary(fact => fact.Code, StringComparer.Ordinal);
        var rules = ReadRules(
            connection, treatmentsByCode, factsByCode, sources.ToDictionary(source => source.Code, StringComparer.Ordinal));
        var programmes = ReadProgrammes(connection, treatmentsByCode, factsByCode);
        var texts = connection.Query<TextRow>("SELECT key AS Key, en AS En, ru AS Ru, tr AS Tr FROM texts");
        return new PriceData(
            new PriceList(treatments, facts, rules, programmes),
            sources,
            new Texts(texts.Select(row => new Text(row.Key, row.En, row.Ru, row.Tr))));
    }

    private static List<Treatment> ReadTreatments(SqliteConnection connection) =>
    [
        .. connection.Query<TreatmentRow>(
            """
            SELECT code AS Code, position AS Position, unit AS Unit, min_quantity AS MinQuantity, max_quantity AS MaxQuantity
            FROM treatments
            ORDER BY position
            """)
            .Select(row => new Treatment(row.Code, row.Unit, new Quantity(row.MinQuantity, row.MaxQuantity)))
    ];

    private static List<Fact> ReadFacts(SqliteConnection connection) =>
    [
        .. connection.Query<FactValueRow>("SELECT fact AS Fact, value AS Value FROM fact_values ORDER BY position")
            .GroupBy(row => row.Fact, row => row.Value, StringComparer.Ordinal)
            .Select((values, order) => new Fact(values.Key, order, values))
    ];

    private static List<PriceSource> ReadSources(SqliteConnection connection) =>
    [
        .. connection.Query<PriceSourceRow>(
            """
            SELECT code AS Code, title AS Title, publisher AS Publisher, locator AS Locator, read_on AS ReadOn
            FROM price_sources
            """)
            .Select(row => new PriceSource(row.Code, row.Title, row.Publisher, row.Locator, Iso.Parse(row.ReadOn)))
    ];

    private static List<PriceRule> ReadRules(
        SqliteConnection connection,
        Dictionary<string, Treatment> treatments,
        Dictionary<string, Fact> facts,
        Dictionary<string, PriceSource> sources)
    {
        var conditions = connection.Query<ConditionRow>("SELECT rule AS Rule, fact AS Fact, value AS Value FROM price_rule_conditions")
            .ToLookup(row => row.Rule, row => (row.Fact, row.Value), StringComparer.Ordinal);
        var rows = connection.Query<PriceRuleRow>(
            """
            SELECT code AS Code, treatment AS Treatment, currency AS Currency, low AS Low, high AS High,
                   valid_from AS ValidFrom, valid_to AS ValidTo, source AS Source, note AS Note
            FROM price_rules
            """);
        return
        [
            .. rows.Select(row => new PriceRule(
                row.Code,
                treatments[row.Treatment],
                ConditionsOf(conditions[row.Code], facts),
                new PriceRange(
                    MinorUnits.ToMoney(row.Low, row.Currency), row.High is { } high ? MinorUnits.ToMoney(high, row.Currency) : null),
                new Validity(DayOf(row.ValidFrom), DayOf(row.ValidTo)),
                sources[row.Source],
                row.Note))
        ];
    }

    private static List<Programme> ReadProgrammes(
        SqliteConnection connection, Dictionary<string, Treatment> treatments, Dictionary<string, Fact> facts)
    {
        var conditions = connection.Query<ProgrammeConditionRow>(
            "SELECT item AS Item, fact AS Fact, value AS Value FROM programme_item_conditions")
            .ToLookup(row => row.Item, row => (row.Fact, row.Value));
        var rows = connection.Query<ProgrammeItemRow>(
            """
            SELECT id AS Id, position AS Position, programme AS Programme, stage AS Stage, treatment AS Treatment,
                   min_quantity AS MinQuantity, max_quantity AS MaxQuantity, assumption AS Assumption
            FROM programme_items
            ORDER BY position
            """).ToList();

        // Without its row a condition would be passed over, and a row that lost its conditions would apply always.
        if (conditions.Select(ofItem => ofItem.Key).Except(rows.Select(row => row.Id)).Any())
        {
            throw new InvalidOperationException("A condition of a programme is on an item that is not there.");
        }

        return
        [
            .. rows
                .Select(row => new Item(
                    treatments[row.Treatment],
                    new Quantity(row.MinQuantity, row.MaxQuantity),
                    ConditionsOf(conditions[row.Id], facts))
                {
                    Stage = new Stage(row.Programme, row.Stage),
                    Assumption = row.Assumption,
                })
                .GroupBy(item => item.Stage!.Programme, StringComparer.Ordinal)
                .Select(items => new Programme(items.Key, items))
        ];
    }

    private static Conditions ConditionsOf(IEnumerable<(string Fact, string Value)> rows, Dictionary<string, Fact> facts) => new(
        rows.GroupBy(row => row.Fact, row => row.Value, StringComparer.Ordinal)
            .Select(values => new Condition(facts[values.Key], values)));

    private static DateOnly? DayOf(string? text) => text is null ? null : Iso.Parse(text);
}
