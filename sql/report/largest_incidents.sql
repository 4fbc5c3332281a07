-- The incidents with the most persons affected
-- Grain: one row per incident, the ten largest; only those counted in persons can be compared.
select
    incident_id, title, organization, sector_code, cause_code,
    records_affected, records_unit, records_qualifier,
    reference_on::varchar as reference_on, reference_precision
from incident_wide
where records_unit = 'persons'
order by records_affected desc, reference_on desc nulls last, incident_id
limit 10
