-- The digest of all price data and exchange rates as the product wrote them last, and the revision that they were then. Whoever changes
-- them changes the revision, too: what is different under the same revision was changed by nobody, but damaged.
ALTER TABLE price_data ADD COLUMN sealed_revision INTEGER;
ALTER TABLE price_data ADD COLUMN seal TEXT;

-- The XXH3 of a quote's answer as it was issued, seeded with its reference and validity; null: it was kept before there was any.
ALTER TABLE quotes ADD COLUMN checksum INTEGER;
