-- Incidents and persons affected, by sector
-- Grain: one row per sector; unknown is a row of its own (NULL). Published by: JNSA, TSR, OAIC, ICO.
-- Columns:
--   n_organizations: organizations that disclosed
--   persons: sum of the persons of the incidents known; NULL where none is known
--   mean_persons: mean over the incidents known
--   median_persons: median over the incidents known
--   n_known: incidents that state a number of persons
--   n_other_unit: incidents that state records, addresses or accounts instead: never added to persons
--   share_of_incidents: share of all incidents, 0 to 1
select
    organization.sector_code,
    sector.name_ja,
    sector.name_en,
    count(*) as n,
    count(*) filter (incident.records_unit = 'persons') as n_known,
    count(*) - count(*) filter (incident.records_unit = 'persons') as n_left_out,
    count(*) filter (incident.records_unit <> 'persons') as n_other_unit,
    count(distinct incident.organization_id) as n_organizations,
    sum(incident.records_affected) filter (incident.records_unit = 'persons')::bigint as persons,
    round(avg(incident.records_affected) filter (incident.records_unit = 'persons'), 1) as mean_persons,
    median(incident.records_affected) filter (incident.records_unit = 'persons') as median_persons,
    round(count(*) / sum(count(*)) over (), 4) as share_of_incidents
from incident
left join organization using (organization_id)
left join sector using (sector_code)
group by organization.sector_code, sector.name_ja, sector.name_en
