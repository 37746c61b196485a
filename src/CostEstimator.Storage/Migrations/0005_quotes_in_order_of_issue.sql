-- Quotes stand in the order in which they were issued. By their references, which are random, each new one fell on a page of its own
-- somewhere in the file; now those that are kept together fill few pages at its end.
-- An answer may be kept in two parts: its beginning as it is, and the rest compressed by Brotli. Those from before are kept in one.
CREATE TABLE quotes_in_order
(
    number             INTEGER NOT NULL PRIMARY KEY,
    reference          INTEGER NOT NULL UNIQUE,
    issued_at          TEXT    NOT NULL,
    valid_until        TEXT    NOT NULL,
    price_list_version TEXT    NOT NULL,
    language           TEXT    NOT NULL,
    bulletin           TEXT,
    partner            TEXT    REFERENCES partners (code),
    request            TEXT    NOT NULL,
    answer             BLOB    NOT NULL,
    answer_rest        BLOB
) STRICT;

INSERT INTO quotes_in_order (reference, issued_at, valid_until, price_list_version, language, bulletin, partner, request, answer)
SELECT reference, issued_at, valid_until, price_list_version, language, bulletin, partner, request, answer
FROM quotes
ORDER BY issued_at, reference;

-- What refers to the old table goes before it, so that it takes nothing along.
CREATE TABLE kept_keys AS SELECT key_digest, body_digest, quote, expires_at FROM idempotency_keys;
DROP TABLE idempotency_keys;
DROP TABLE quotes;
ALTER TABLE quotes_in_order RENAME TO quotes;

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

INSERT INTO idempotency_keys (key_digest, body_digest, quote, expires_at)
SELECT key_digest, body_digest, quote, expires_at FROM kept_keys;
DROP TABLE kept_keys;
