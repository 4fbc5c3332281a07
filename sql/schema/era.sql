-- Japanese eras
-- Grain: one row per era, from seeds/era.csv.
-- Columns:
--   era: name, such as 令和
--   letter: short form, such as R
--   first_day: first day of the era; it ends before the next one's
create table if not exists era (
    era varchar not null,
    letter varchar not null,
    first_day date not null
);
