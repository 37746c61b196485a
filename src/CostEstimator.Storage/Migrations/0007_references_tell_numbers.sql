-- The number of a quote is told by its reference, with this key: so no index of references is needed, in which each quote would write a
-- page of its own. Numbers go up with time, and quotes that are kept together stand together.
CREATE TABLE reference_key
(
    id  INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    key BLOB    NOT NULL CHECK (length(key) = 32)
) STRICT;

INSERT INTO reference_key (id, key) VALUES (1, random_key());

CREATE TABLE quotes_by_number
(
    number             INTEGER NOT NULL PRIMARY KEY,
    reference          INTEGER NOT NULL,
    issued_at          TEXT    NOT NULL,
    valid_until        TEXT    NOT NULL,
    price_list_version TEXT    NOT NULL,
    language           TEXT    NOT NULL,
    bulletin           TEXT,
    partner            TEXT    REFERENCES partners (code),
    request            TEXT    NOT NULL,
    answer             BLOB    NOT NULL,
    answer_rest        BLOB,
    shared_rest        INTEGER REFERENCES answer_rests (number),
    CHECK (shared_rest IS NULL OR answer_rest IS NULL)
) STRICT;

INSERT INTO quotes_by_number (
    number, reference, issued_at, valid_until, price_list_version, language, bulletin, partner, request, answer, answer_rest, shared_rest)
SELECT number, reference, issued_at, valid_until, price_list_version, language, bulletin, partner, request, answer, answer_rest, shared_rest
FROM quotes
ORDER BY number;

-- The quotes from before, whose references tell nothing.
CREATE TABLE earlier_quotes
(
    reference INTEGER NOT NULL PRIMARY KEY,
    number    INTEGER NOT NULL
) STRICT;

INSERT INTO earlier_quotes (reference, number) SELECT reference, number FROM quotes ORDER BY reference;

-- A key belongs to the number of its quote. What refers to the old table goes before it, so that it takes nothing along.
CREATE TABLE kept_keys AS
SELECT key_digest, body_digest, number AS quote, expires_at FROM idempotency_keys JOIN quotes ON reference = quote;
DROP TABLE idempotency_keys;
DROP TABLE quotes;
ALTER TABLE quotes_by_number RENAME TO quotes;

CREATE INDEX quotes_by_shared_rest ON quotes (shared_rest) WHERE shared_rest IS NOT NULL;
CREATE TRIGGER earlier_quotes_deleted AFTER DELETE ON quotes BEGIN DELETE FROM earlier_quotes WHERE reference = OLD.reference; END;

-- Both digests are SHA-256: of who sent the key together with the key, and of the body.
CREATE TABLE idempotency_keys
(
    key_digest  BLOB    NOT NULL PRIMARY KEY CHECK (length(key_digest) = 32),
    body_digest BLOB    NOT NULL CHECK (length(body_digest) = 32),
    quote       INTEGER NOT NULL REFERENCES quotes (number) ON DELETE CASCADE,
    expires_at  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);
CREATE INDEX idempotency_keys_by_quote ON idempotency_keys (quote);

INSERT INTO idempotency_keys (key_digest, body_digest, quote, expires_at)
SELECT key_digest, body_digest, quote, expires_at FROM kept_keys;
DROP TABLE kept_keys;
