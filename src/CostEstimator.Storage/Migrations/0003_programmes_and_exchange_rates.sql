-- Programmes, which are price data; exchange rates, which are kept beside them; the language and the bulletin of a quote.

CREATE TABLE programme_items
(
    id           INTEGER NOT NULL PRIMARY KEY,
    position     INTEGER NOT NULL UNIQUE,
    programme    TEXT    NOT NULL,
    stage        TEXT    NOT NULL,
    treatment    TEXT    NOT NULL REFERENCES treatments (code),
    min_quantity INTEGER NOT NULL CHECK (min_quantity BETWEEN 1 AND 1000),
    max_quantity INTEGER CHECK (max_quantity BETWEEN min_quantity AND 1000),
    assumption   TEXT
) STRICT;

CREATE TABLE programme_item_conditions
(
    item  INTEGER NOT NULL REFERENCES programme_items (id),
    fact  TEXT    NOT NULL,
    value TEXT    NOT NULL,
    PRIMARY KEY (item, fact, value),
    FOREIGN KEY (fact, value) REFERENCES fact_values (fact, value)
) STRICT;

-- The bulletins of the Central Bank of the Republic of Türkiye, one a day at most.
CREATE TABLE bulletins
(
    day         TEXT NOT NULL PRIMARY KEY CHECK (day IS date(day)),
    number      TEXT NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

-- What the bank pays and takes for so many units of a currency, in lira: plain decimals with a point, without zeros at their end,
-- as text, since a number of SQLite would lose digits.
CREATE TABLE exchange_rates
(
    day      TEXT    NOT NULL REFERENCES bulletins (day),
    currency TEXT    NOT NULL,
    unit     INTEGER NOT NULL CHECK (unit BETWEEN 1 AND 1000000),
    buying   TEXT    NOT NULL,
    selling  TEXT    NOT NULL,
    PRIMARY KEY (day, currency)
) STRICT;

CREATE TRIGGER programme_items_inserted AFTER INSERT ON programme_items BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER programme_items_updated AFTER UPDATE ON programme_items BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER programme_items_deleted AFTER DELETE ON programme_items BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER programme_item_conditions_inserted AFTER INSERT ON programme_item_conditions BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER programme_item_conditions_updated AFTER UPDATE ON programme_item_conditions BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER programme_item_conditions_deleted AFTER DELETE ON programme_item_conditions BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER bulletins_inserted AFTER INSERT ON bulletins BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER bulletins_updated AFTER UPDATE ON bulletins BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER bulletins_deleted AFTER DELETE ON bulletins BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER exchange_rates_inserted AFTER INSERT ON exchange_rates BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER exchange_rates_updated AFTER UPDATE ON exchange_rates BEGIN UPDATE price_data SET revision = revision + 1; END;
CREATE TRIGGER exchange_rates_deleted AFTER DELETE ON exchange_rates BEGIN UPDATE price_data SET revision = revision + 1; END;

-- All quotes so far are in English, and nothing in them was converted.
ALTER TABLE quotes ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE quotes ADD COLUMN bulletin TEXT;
