-- Partners and their keys; which partner issued a quote; which quotes a repeated request is answered with.

-- A key itself is kept nowhere: key_id is its readable beginning, key_digest the SHA-256 of the whole.
CREATE TABLE partners
(
    code       TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    per_minute INTEGER NOT NULL CHECK (per_minute BETWEEN 0 AND 1000000),
    key_id     TEXT    NOT NULL UNIQUE,
    key_digest BLOB    NOT NULL CHECK (length(key_digest) = 32),
    key_since  TEXT    NOT NULL,
    added_at   TEXT    NOT NULL,
    revoked_at TEXT
) STRICT;

CREATE TABLE partner_origins
(
    partner TEXT NOT NULL REFERENCES partners (code),
    origin  TEXT NOT NULL,
    PRIMARY KEY (partner, origin)
) STRICT;

-- One row. The revision goes up with every change of the tables above, whoever makes it: a running server watches it.
CREATE TABLE partner_list
(
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL
) STRICT;

INSERT INTO partner_list (id, revision) VALUES (1, 0);

CREATE TRIGGER partners_inserted AFTER INSERT ON partners BEGIN UPDATE partner_list SET revision = revision + 1; END;
CREATE TRIGGER partners_updated AFTER UPDATE ON partners BEGIN UPDATE partner_list SET revision = revision + 1; END;
CREATE TRIGGER partners_deleted AFTER DELETE ON partners BEGIN UPDATE partner_list SET revision = revision + 1; END;
CREATE TRIGGER partner_origins_inserted AFTER INSERT ON partner_origins BEGIN UPDATE partner_list SET revision = revision + 1; END;
CREATE TRIGGER partner_origins_updated AFTER UPDATE ON partner_origins BEGIN UPDATE partner_list SET revision = revision + 1; END;
CREATE TRIGGER partner_origins_deleted AFTER DELETE ON partner_origins BEGIN UPDATE partner_list SET revision = revision + 1; END;

-- All quotes so far were issued without a key.
ALTER TABLE quotes ADD COLUMN partner TEXT REFERENCES partners (code);

-- Both digests are SHA-256: of who sent the key together with the key, and of the body.
CREATE TABLE idempotency_keys
(
    key_digest  BLOB    NOT NULL PRIMARY KEY CHECK (length(key_digest) = 32),
    body_digest BLOB    NOT NULL CHECK (length(body_digest) = 32),
    quote       INTEGER NOT NULL REFERENCES quotes (reference) ON DELETE CASCADE,
    expires_at  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);
CREATE INDEX idempotency_keys_by_quote ON idempotency_keys (quote);
