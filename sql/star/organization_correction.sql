-- The sector and prefecture of organizations as analysts set them, by way of an incident
-- Grain: one row per correction of a sector or prefecture that stands for its incident.
-- Columns:
--   organization_id: the organization of the incident
--   field: sector_code or prefecture
--   value: what it is set to; NULL is unknown
--   ruling: stands, superseded (by way of another incident, later), conflicting (by way of another incident, on the same day)
with asked as (
    select incident.organization_id, correction_ruling.target as field, correction_ruling.value, correction_ruling.corrected_on, correction_ruling.incident_id
    from correction_ruling
    join incident using (incident_id)
    where correction_ruling.ruling = 'stands'
        and correction_ruling.target in ('sector_code', 'prefecture')
        and incident.organization_id is not null
)

select
    *,
    case
        when corrected_on < max(corrected_on) over same then 'superseded'      -- all incidents of an organization have its one sector
        when min(coalesce(value, '')) over same_day <> max(coalesce(value, '')) over same_day then 'conflicting'
        else 'stands' end as ruling
from asked
window same as (partition by organization_id, field), same_day as (partition by organization_id, field, corrected_on)
