-- Every incident, as the list shows it, newest first
-- Grain: one row per incident.
with days as (
    select
        incident_id,
        max(days) filter (measure = 'time_to_disclosure') as time_to_disclosure,
        max(days) filter (measure = 'time_to_discovery') as time_to_discovery,
        max(days) filter (measure = 'regulator_report_delay') as regulator_report_delay,
        max(days) filter (measure = 'exposure_duration') as exposure_duration,
        max(days) filter (measure = 'subject_notice_delay') as subject_notice_delay
    from duration
    group by incident_id
)

select
    w.incident_id, w.title, w.organization, w.contractor, w.sector_code, w.cause_code,
    w.reference_on::varchar as reference_on, w.reference_precision,
    w.records_affected, w.records_unit, w.records_qualifier, w.size_band,
    coalesce(w.data_categories, '') as data_categories,
    days.* exclude (incident_id)
from incident_wide as w
left join days on days.incident_id = w.incident_id
order by w.reference_on desc nulls last, w.incident_id desc
