-- Causes in the classes of others, for comparing with their annual tables
-- Grain: one row per scheme and cause, from seeds/cause_crosswalk.csv.
-- Columns:
--   scheme: own, jnsa (2018), tsr (東京商工リサーチ), veris (actions), prc (Privacy Rights Clearinghouse)
--   class_code: class of that scheme
create table if not exists cause_crosswalk (
    scheme varchar not null,
    cause_code varchar not null,
    class_code varchar not null,
    name_ja varchar not null,
    name_en varchar not null,
    sort_order integer not null
);
