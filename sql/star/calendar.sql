-- Days from 2000 to 2035
-- Grain: one row per day.
-- Columns:
--   day: the date
--   fiscal_year: Japanese fiscal year; it begins in April
--   era: Japanese era, such as 令和
--   era_year: year of the era; 1 is 元年
--   weekday: 1 Monday to 7 Sunday
select
    day,
    year(day)::integer as year,
    fiscal_year(day) as fiscal_year,
    quarter(day)::integer as quarter,
    month(day)::integer as month,
    era.era,
    (year(day) - year(era.first_day) + 1)::integer as era_year,
    isodow(day)::integer as weekday
from (select generate_series::date as day from generate_series(date '2000-01-01', date '2035-12-31', interval 1 day)) as days
asof join era on era.first_day <= days.day
order by day
