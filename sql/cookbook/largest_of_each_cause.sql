-- 原因ごとに最も人数の多い事案
-- The largest incident of each cause
select
    cause_ja,
    cause_en,
    records_affected as persons,
    records_qualifier,
    organization,
    title,
    incident_id
from incident_wide
where records_unit = 'persons' and cause_code is not null
qualify row_number() over (partition by cause_code order by records_affected desc, incident_id) = 1
order by persons desc, incident_id
