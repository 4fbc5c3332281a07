-- Japanese eras
-- Grain: one row per era.
select era, first_day::varchar as first_day from era order by first_day
