-- Organizations that disclosed more than one incident
-- Grain: one row per organization. Published by: TSR (in words).
-- Columns:
--   n: incidents that it disclosed
--   first_on: reference day (disclosed, else discovered, else occurred) of its first incident
--   last_on: reference day of its last incident
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known
--   incident_ids: its incidents, in the order of time
select
    organization_id,
    organization,
    sector_code,
    count(*) as n,
    count(*) filter (records_unit = 'persons') as n_known,
    count(*) - count(*) filter (records_unit = 'persons') as n_left_out,
    min(reference_on) as first_on,
    max(reference_on) as last_on,
    sum(records_affected) filter (records_unit = 'persons')::bigint as persons,
    list(incident_id order by reference_on nulls last, incident_id) as incident_ids
from incident_wide
where organization_id is not null
group by organization_id, organization, sector_code
having count(*) > 1
