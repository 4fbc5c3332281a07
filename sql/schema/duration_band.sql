-- Bands of durations in days
-- Grain: one row per band, from seeds/duration_band.csv; unknown is a band of its own.
-- Columns:
--   duration_band: the band, such as 8-30
--   lower: fewest days in the band; NULL for unknown
--   upper: most days in the band; NULL where open
create table if not exists duration_band (
    duration_band varchar not null,
    name_ja varchar not null,
    name_en varchar not null,
    lower bigint,
    upper bigint,
    sort_order integer not null
);
