-- 年別の件数・人数と前年からの増減
-- Incidents and persons by year, with the change on the year before
-- is_partial: the notices do not cover the whole year.
select
    year,
    is_partial,
    n,
    n_before,
    change,
    n_organizations,
    persons,
    mean_persons,
    median_persons,
    n_left_out
from incidents_by_year
order by year nulls last
