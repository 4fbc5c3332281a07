-- Bands of the number of records, as annual reports use them
-- Grain: one row per band, from seeds/size_band.csv; unknown is a band of its own.
-- Columns:
--   size_band: the band, such as 100-999
--   lower: smallest number in the band; NULL for unknown
--   upper: largest number in the band; NULL where open
create table if not exists size_band (
    size_band varchar not null,
    name_ja varchar not null,
    name_en varchar not null,
    lower bigint,
    upper bigint,
    sort_order integer not null
);
