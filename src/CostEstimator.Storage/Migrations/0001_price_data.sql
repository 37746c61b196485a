-- The price data: what data/ holds, checked. Amounts are whole minor units of the currency; days are ISO dates.

CREATE TABLE treatments
(
    code         TEXT    NOT NULL PRIMARY KEY,
    position     INTEGER NOT NULL UNIQUE,
    unit         TEXT    NOT NULL,
    min_quantity INTEGER NOT NULL CHECK (min_quantity BETWEEN 1 AND 1000),
    max_quantity INTEGER CHECK (max_quantity BETWEEN min_quantity AND 1000)
) STRICT;

CREATE TABLE fact_values
(
    fact     TEXT    NOT NULL,
    value    TEXT    NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (fact, value)
) STRICT;

CREATE TABLE price_sources
(
    code      TEXT NOT NULL PRIMARY KEY,
    title     TEXT NOT NULL,
    publisher TEXT NOT NULL,
    locator   TEXT NOT NULL,
    read_on   TEXT NOT NULL
) STRICT;

CREATE TABLE price_rules
(
    code       TEXT    NOT NULL PRIMARY KEY,
    treatment  TEXT    NOT NULL REFERENCES treatments (code),
    currency   TEXT    NOT NULL,
    low        INTEGER NOT NULL CHECK (low >= 0),
    high       INTEGER CHECK (high >= low),
    valid_from TEXT,
    valid_to   TEXT CHECK (valid_to > valid_from),
    source     TEXT    NOT NULL REFERENCES price_sources (code),
    note       TEXT
) STRICT;

CREATE TABLE price_rule_conditions
(
    rule  TEXT NOT NULL REFERENCES price_rules (code),
    fact  TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (rule, fact, value),
    FOREIGN KEY (fact, value) REFERENCES fact_values (fact, value)
) STRICT;

CREATE TABLE texts
(
    key TEXT NOT NULL PRIMARY KEY,
    en  TEXT NOT NULL,
    ru  TEXT NOT NULL,
    tr  TEXT NOT NULL
) STRICT;

-- One row. The revision goes up with every change of the tables above, whoever makes it: a running server watches it.
CREATE TABLE price_data
(
    id          INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    revision    INTEGER NOT NULL,
    imported_at TEXT
) STRICT;

INSERT INTO price_data (id, revision, imported_at) VALUES (1, 0, NULL);

CREATE TRIGGER treatments_inserted AFTER INSERT ON treatments BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER treatments_updated AFTER UPDATE ON treatments BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER treatments_deleted AFTER DELETE ON treatments BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER fact_values_inserted AFTER INSERT ON fact_values BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER fact_values_updated AFTER UPDATE ON fact_values BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER fact_values_deleted AFTER DELETE ON fact_values BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER price_sources_inserted AFTER INSERT ON price_sources BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER price_sources_updated AFTER UPDATE ON price_sources BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER price_sources_deleted AFTER DELETE ON price_sources BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER price_rules_inserted AFTER INSERT ON price_rules BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER price_rules_updated AFTER UPDATE ON price_rules BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER price_rules_deleted AFTER DELETE ON price_rules BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER price_rule_conditions_inserted AFTER INSERT ON price_rule_conditions BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER price_rule_conditions_updated AFTER UPDATE ON price_rule_conditions BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER price_rule_conditions_deleted AFTER DELETE ON price_rule_conditions BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER texts_inserted AFTER INSERT ON texts BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER texts_updated AFTER UPDATE ON texts BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER texts_deleted AFTER DELETE ON texts BEGIN UPDATE price_data SET revision = revision + 1; END;
