-- Sectors: the divisions of the Japan Standard Industrial Classification (日本標準産業分類)
-- Grain: one row per division, from seeds/sector.csv.
-- Columns:
--   sector_code: division letter, A to T
create table if not exists sector (
    sector_code varchar not null,
    name_ja varchar not null,
    name_en varchar not null
);
