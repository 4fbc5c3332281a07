-- Days from discovery to disclosure, by year
-- Grain: one row per year; year unknown is a row of its own (NULL). Published by: Cyber Security Cloud (means over all).
-- Columns:
--   median_days: half of the incidents known took at most so many days
--   mean_days: mean; a few long ones pull it up: read it beside the median
--   p90_days: nine of ten took at most so many days
--   share_within_7_days: share of the known disclosed within 7 days, 0 to 1
--   share_within_30_days: share of the known disclosed within 30 days, 0 to 1
select
    incident_wide.year as year,
    count(*) as n,
    count(duration.days) as n_known,
    count(*) - count(duration.days) as n_left_out,
    median(duration.days) as median_days,
    round(avg(duration.days), 1) as mean_days,
    round(quantile_cont(duration.days, 0.9), 1) as p90_days,
    round(avg((duration.days <= 7)::integer), 4) as share_within_7_days,
    round(avg((duration.days <= 30)::integer), 4) as share_within_30_days
from duration
join incident_wide using (incident_id)
where duration.measure = 'time_to_disclosure'
group by all
