-- Incidents by sector and cause
-- Grain: one row per sector and cause that occur together; unknown is a class of its own (NULL). Published by: ICO, OAIC, ENISA CIRAS.
-- Columns:
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known
select
    sector_code,
    sector_ja,
    sector_en,
    cause_code,
    cause_ja,
    cause_en,
    cause_group,
    count(*) as n,
    count(*) filter (records_unit = 'persons') as n_known,
    count(*) - count(*) filter (records_unit = 'persons') as n_left_out,
    sum(records_affected) filter (records_unit = 'persons')::bigint as persons
from incident_wide
group by all
