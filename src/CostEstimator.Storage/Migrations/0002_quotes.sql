-- The quotes as they were issued. The reference is the number of its 60 bits; request and answer are JSON.

CREATE TABLE quotes
(
    reference          INTEGER NOT NULL PRIMARY KEY,
    issued_at          TEXT    NOT NULL,
    valid_until        TEXT    NOT NULL,
    price_list_version TEXT    NOT NULL,
    request            TEXT    NOT NULL,
    answer             BLOB    NOT NULL
) STRICT;
