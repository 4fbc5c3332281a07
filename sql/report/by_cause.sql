-- Incidents and persons affected by cause
-- Grain: one row per cause that has an incident; an incident of which no cause was read counts as unknown.
select
    coalesce(incident_wide.cause_code, 'unknown') as cause_code,
    any_value(cause.name_ja) as name_ja,
    any_value(cause.name_en) as name_en,
    coalesce(any_value(cause.cause_group), 'other') as cause_group,
    count(*) as n,
    count(*) filter (records_unit = 'persons') as n_known,
    count(*) filter (records_unit <> 'persons') as n_other_unit,
    coalesce(sum(records_affected) filter (records_unit = 'persons'), 0)::bigint as persons,
    median(records_affected) filter (records_unit = 'persons') as median_persons
from incident_wide
left join cause on cause.cause_code = coalesce(incident_wide.cause_code, 'unknown')
group by coalesce(incident_wide.cause_code, 'unknown')
order by n desc, any_value(cause.sort_order)
