-- Days from discovery to disclosure by sector
-- Grain: one row per sector with an incident that states both days.
select sector_code as code, n, n_known, median_days, mean_days, p90_days, share_within_7_days, share_within_30_days
from time_to_disclosure_by_sector
where n_known > 0
order by median_days desc, n_known desc, sector_code nulls last
