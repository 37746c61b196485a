-- The digest of all partners as the product wrote them last, and the revision that they were then, as price_data has them.
ALTER TABLE partner_list ADD COLUMN sealed_revision INTEGER;
ALTER TABLE partner_list ADD COLUMN seal TEXT;
