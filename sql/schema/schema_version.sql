-- Which shape of tables this file has, and from which models and seeds its star was last built
-- Grain: one row.
-- Columns:
--   version: number of the shape of the written tables; a jikenbo refuses a file of a newer one
--   model_hash: short hash of the SQL models and seeds that the star was last built from; NULL before the first build
create table if not exists schema_version (
    version integer not null,
    model_hash varchar
);
