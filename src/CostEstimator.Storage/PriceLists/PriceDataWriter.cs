using CostEstimator.Pricing.PriceLists;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.PriceLists;

/// <summary>Writes price data into tables that it empties first, inside the caller's transaction.</summary>
internal static class PriceDataWriter
{
    public static void Write(PriceData data, SqliteConnection connection)
    {
        Clear(connection);
        WriteTreatments(data.List, connection);
        WriteFacts(data.List, connection);
        WriteSources(data, connection);
        WriteRules(data.List, connection);
        WriteProgrammes(data.List, connection);
        connection.Execute("INSERT INTO texts (key, en, ru, tr) VALUES (@Key, @En, @Ru, @Tr)", data.Texts.All);
    }

    private static void Clear(SqliteConnection connection) => connection.Execute(
        """
        DELETE FROM programme_item_conditions;
        DELETE FROM programme_items;
        DELETE FROM price_rule_conditions;
        DELETE FROM price_rules;
        DELETE FROM price_sources;
        DELETE FROM fact_values;
        DELETE FROM treatments;
        DELETE FROM texts;
        """);

    private static void WriteTreatments(PriceList list, SqliteConnection connection) => connection.Execute(
        """
        INSERT INTO treatments (code, position, unit, min_quantity, max_quantity)
        VALUES (@Code, @Position, @Unit, @MinQuantity, @MaxQuantity)
        """,
        list.Treatments.Select((treatment, position) => new TreatmentRow
        {
            Code = treatment.Code,
            Position = position,
            Unit = treatment.Unit,
            MinQuantity = treatment.DefaultQuantity.Min,
            MaxQuantity = treatment.DefaultQuantity.Max,
        }));

    private static void WriteFacts(PriceList list, SqliteConnection connection) => connection.Execute(
        "INSERT INTO fact_values (fact, value, position) VALUES (@Fact, @Value, @Position)",
        list.Facts
            .SelectMany(fact => fact.Values, (fact, value) => (Fact: fact.Code, Value: value))
            .Select((row, position) => new { row.Fact, row.Value, Position = position }));

    private static void WriteSources(PriceData data, SqliteConnection connection) => connection.Execute(
        """
        INSERT INTO price_sources (code, title, publisher, locator, read_on)
        VALUES (@Code, @Title, @Publisher, @Locator, @ReadOn)
        """,
        data.Sources.Select(source => new PriceSourceRow
        {
            Code = source.Code,
            Title = source.Title,
            Publisher = source.Publisher,
            Locator = source.Locator,
            ReadOn = Iso.Format(source.ReadOn),
        }));

    private static void WriteRules(PriceList list, SqliteConnection connection)
    {
        connection.Execute(
            """
            INSERT INTO price_rules (code, treatment, currency, low, high, valid_from, valid_to, source, note)
            VALUES (@Code, @Treatment, @Currency, @Low, @High, @ValidFrom, @ValidTo, @Source, @Note)
            """,
            list.Rules.Select(rule => new PriceRuleRow
            {
                Code = rule.Code,
                Treatment = rule.Treatment.Code,
                Currency = rule.Range.Currency.Code,
                Low = MinorUnits.Of(rule.Range.Low),
                High = rule.Range.High is { } high ? MinorUnits.Of(high) : null,
                ValidFrom = Iso.Format(rule.Validity.From),
                ValidTo = Iso.Format(rule.Validity.To),
                Source = rule.Source.Code,
                Note = rule.Note,
            }));
        connection.Execute(
            "INSERT INTO price_rule_conditions (rule, fact, value) VALUES (@Rule, @Fact, @Value)",
            from rule in list.Rules
            from condition in rule.Conditions.All
            from value in condition.Values
            select new ConditionRow { Rule = rule.Code, Fact = condition.Fact.Code, Value = value });
    }

    private static void WriteProgrammes(PriceList list, SqliteConnection connection)
    {
        var items = list.Programmes.SelectMany(programme => programme.Items, (programme, item) => (programme.Code, Item: item)).ToList();
        connection.Execute(
            """
            INSERT INTO programme_items (id, position, programme, stage, treatment, min_quantity, max_quantity, assumption)
            VALUES (@Id, @Position, @Programme, @Stage, @Treatment, @MinQuantity, @MaxQuantity, @Assumption)
            """,
            items.Select((row, position) => new ProgrammeItemRow
            {
                Id = position,
                Position = position,
                Programme = row.Code,
                Stage = row.Item.Stage!.Code,
                Treatment = row.Item.Treatment.Code,
                MinQuantity = row.Item.Quantity.Min,
                MaxQuantity = row.Item.Quantity.Max,
                Assumption = row.Item.Assumption,
            }));
        connection.Execute(
            "INSERT INTO programme_item_conditions (item, fact, value) VALUES (@Item, @Fact, @Value)",
            from row in items.Index()
            from condition in row.Item.Item.Conditions.All
            from value in condition.Values
            select new ProgrammeConditionRow { Item = row.Index, Fact = condition.Fact.Code, Value = value });
    }
}
