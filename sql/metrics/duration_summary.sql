-- Durations from occurrence to discovery to disclosure, summed up
-- Grain: one row per measure. Published by: Cyber Security Cloud (発生→発覚, 発覚→公表), ICO (within 72 hours), OAIC.
-- Columns:
--   measure: time_to_disclosure (discovered to disclosed), time_to_discovery (occurred to discovered), exposure_duration (occurred to ended), regulator_report_delay (discovered to regulator), subject_notice_delay (discovered to persons told), occurrence_to_disclosure
--   n_known: incidents with both dates to the day, in order
--   n_not_stated: incidents left out because a date is not stated
--   n_not_to_the_day: incidents left out because a date is no day
--   n_reversed: incidents left out because the dates are in the wrong order
--   median_days: half of the incidents known took at most so many days
--   mean_days: mean; a few long ones pull it up: read it beside the median
--   p90_days: nine of ten took at most so many days
--   longest_days: the longest
--   share_within_7_days: share of the known within 7 days, 0 to 1
--   share_within_30_days: share of the known within 30 days, 0 to 1
select
    measure,
    count(*) as n,
    count(days) as n_known,
    count(*) - count(days) as n_left_out,
    count(*) filter (left_out_because = 'not_stated') as n_not_stated,
    count(*) filter (left_out_because = 'not_to_the_day') as n_not_to_the_day,
    count(*) filter (left_out_because = 'reversed') as n_reversed,
    median(days) as median_days,
    round(avg(days), 1) as mean_days,
    round(quantile_cont(days, 0.9), 1) as p90_days,
    max(days) as longest_days,
    round(avg((days <= 7)::integer), 4) as share_within_7_days,
    round(avg((days <= 30)::integer), 4) as share_within_30_days
from duration
group by measure
