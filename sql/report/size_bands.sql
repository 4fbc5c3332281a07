-- Incidents by band of size
-- Grain: one row per band, unknown included; a band holds numbers of any unit.
select size_band.size_band, size_band.name_ja, size_band.name_en, count(w.incident_id) as n
from size_band
left join incident_wide as w using (size_band)
group by size_band.size_band, size_band.name_ja, size_band.name_en, size_band.sort_order
order by size_band.sort_order
