-- 外部からの攻撃で警察への相談の記載がない事案
-- Attacks from outside whose notice does not speak of the police
select
    incident_id,
    disclosed_on,
    organization,
    cause_ja,
    cause_en,
    regulator_reported,
    title
from incident_wide
where cause_group = 'external_attack' and not police_reported
order by disclosed_on desc nulls last, incident_id
