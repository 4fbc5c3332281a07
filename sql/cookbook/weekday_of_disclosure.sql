-- 公表した曜日
-- The day of the week of disclosures
-- median_days: from discovery, over the n_known incidents where it is known.
select
    isodow(disclosed_on)::integer as weekday_number,
    (['月', '火', '水', '木', '金', '土', '日'])[isodow(disclosed_on)] as weekday_ja,
    dayname(disclosed_on) as weekday_en,
    count(*) as n,
    count(days_to_disclosure) as n_known,
    median(days_to_disclosure) as median_days
from incident_wide
where disclosed_precision = 'day'
group by all
order by weekday_number
