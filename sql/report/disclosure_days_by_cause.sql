-- Days from discovery to disclosure by cause
-- Grain: one row per cause with an incident that states both days.
select cause_code as code, n, n_known, median_days, mean_days, p90_days, share_within_7_days, share_within_30_days
from time_to_disclosure_by_cause
where n_known > 0
order by median_days desc, n_known desc, cause_code nulls last
