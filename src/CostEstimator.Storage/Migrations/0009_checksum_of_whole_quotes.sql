-- The XXH3 of all columns of a quote and of its answer as it was issued; null: it was kept before there was any. The checksum of 0008 is
-- of its answer, reference and validity only; quotes that have it keep it.
ALTER TABLE quotes ADD COLUMN row_checksum INTEGER;
