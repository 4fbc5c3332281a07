-- 委員会・警察・本人への連絡の有無（業種別）
-- Whether the regulator, the police and the persons were told, by sector
-- As far as the notice says so: not said is not the same as not done.
select
    sector_ja,
    sector_en,
    count(*) as n,
    count(*) filter (regulator_reported) as n_regulator,
    count(*) filter (police_reported) as n_police,
    count(*) filter (subjects_notified) as n_subjects,
    count(*) filter (not regulator_reported and not police_reported and not subjects_notified) as n_none
from incident_wide
group by sector_code, sector_ja, sector_en
order by n desc, sector_code nulls last
