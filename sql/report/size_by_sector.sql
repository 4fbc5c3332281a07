-- Incidents by sector and band of size
-- Grain: one row per sector that has an incident and band, unknown included; a band holds numbers of any unit.
with classes as (select distinct sector_code from incident_wide)

select classes.sector_code, size_band.size_band, size_band.sort_order, count(w.incident_id) as n
from classes
cross join size_band
left join incident_wide as w on w.size_band = size_band.size_band and w.sector_code is not distinct from classes.sector_code
group by all
order by classes.sector_code nulls last, size_band.sort_order
