-- Quotes that are issued for the same request on the same day have all but the beginning of their answers in common. While a server
-- issues one after the other, it keeps that here, once for all of them. A number is never given twice.
CREATE TABLE answer_rests
(
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    bytes  BLOB    NOT NULL
) STRICT;

-- The rest of an answer is in answer_rest, or here, or not kept apart.
ALTER TABLE quotes ADD COLUMN shared_rest INTEGER REFERENCES answer_rests (number) CHECK (shared_rest IS NULL OR answer_rest IS NULL);

CREATE INDEX quotes_by_shared_rest ON quotes (shared_rest) WHERE shared_rest IS NOT NULL;
