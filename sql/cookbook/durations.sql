-- 発生・発覚・公表・報告の間の日数（要約）
-- Days between occurrence, discovery, disclosure and reports, summed up
select
    measure,
    n,
    n_known,
    n_not_stated,
    n_not_to_the_day,
    n_reversed,
    median_days,
    mean_days,
    p90_days,
    longest_days
from duration_summary
order by measure
