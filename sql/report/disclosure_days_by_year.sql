-- Days from discovery to disclosure by year
-- Grain: one row per year with an incident that states both days.
select year::varchar as code, n, n_known, median_days, mean_days, p90_days, share_within_7_days, share_within_30_days
from time_to_disclosure_by_year
where n_known > 0
order by year nulls last
