-- Incidents and persons affected by sector
-- Grain: one row per sector that has an incident; one row has no sector.
select sector_code, name_ja, name_en, n, n_known, n_other_unit, coalesce(persons, 0) as persons, mean_persons, median_persons, n_organizations, share_of_incidents
from records_by_sector
order by n desc, sector_code nulls last
