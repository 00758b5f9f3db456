-- Parts of words are found through trigrams. The extension is trusted since PostgreSQL 13, so the owner of a
-- database may create it; where even that is forbidden, searches are slower and nothing else changes.
--
-- Without `fastupdate = off` new rows would wait in a list that every search reads from end to end, and the planner
-- would rather read the whole table until the next vacuum.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE NOTICE 'pg_trgm is not available: searches read whole tables';
END
$$;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
        CREATE INDEX s_user_search_idx ON site.s_user USING gin (search gin_trgm_ops)
            WITH (fastupdate = off);
        CREATE INDEX s_product_search_idx ON site.s_product USING gin (search gin_trgm_ops)
            WITH (fastupdate = off);
    END IF;
END
$$;
