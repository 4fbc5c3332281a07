-- Which readings support which values of an incident
-- Grain: one row per incident, field and reading; evidence shows it with the words.
-- A value that an analyst set has the readings that agree with it, which may be none.
-- Columns:
--   field: a column of incident, sector_code, data_category:CODE or timeline_event:ID
--   value: the value that the words support; for an organization its name
--   n: number of the reading within the post
--   is_chosen: this reading decided; the others agree with it
with reached as (
    select incident_id, milestone || '_on' as field, event_type_code, reached_on, precision, fact_id
    from milestone
    anti join correction_set on correction_set.incident_id = milestone.incident_id and correction_set.field = milestone.milestone || '_on'
    union all
    select set_on.incident_id, set_on.field, type_of.event_type_code, set_on.value::date, set_precision.value, null
    from correction_set as set_on
    join correction_set as set_precision
        on set_precision.incident_id = set_on.incident_id and set_precision.field = replace(set_on.field, '_on', '_precision')
    join milestone_type as type_of on type_of.field = set_on.field
    where set_on.value is not null
)

select f.incident_id, 'organization_id' as field, f.value, f.post_no, f.n, coalesce(f.fact_id = c.fact_id, false) as is_chosen
from incident_fact as f
join incident on incident.incident_id = f.incident_id
join organization on organization.organization_id = incident.organization_id and organization.name_key = f.value_key
left join organization_choice as c on c.incident_id = f.incident_id and c.role = 'discloser' and c.name_key = f.value_key
where f.field = 'organization' and f.role in ('discloser', 'alias', 'mentioned')
union all
select f.incident_id, 'contractor_id', f.value, f.post_no, f.n, coalesce(f.fact_id = c.fact_id, false)
from incident_fact as f
join incident on incident.incident_id = f.incident_id
join organization on organization.organization_id = incident.contractor_id and organization.name_key = f.value_key
left join organization_choice as c on c.incident_id = f.incident_id and c.role = 'contractor' and c.name_key = f.value_key
where f.field = 'organization' and f.role = 'contractor'
union all
select f.incident_id, 'sector_code', f.value, f.post_no, f.n, true
from incident_fact as f
join incident on incident.incident_id = f.incident_id
join organization on organization.organization_id = incident.organization_id and organization.sector_code = f.value
where f.field = 'sector' and coalesce(f.hedge, 'stated') <> 'denied'
union all
select f.incident_id, 'cause_code', f.value, f.post_no, f.n, true
from incident_fact as f
join incident on incident.incident_id = f.incident_id and incident.cause_code = f.value
where f.field = 'cause' and coalesce(f.hedge, 'stated') in ('stated', 'possible')
union all
select f.incident_id, 'records_affected', f.number::varchar, f.post_no, f.n, coalesce(f.fact_id = c.record_count_id, false)
from incident_fact as f
join incident on incident.incident_id = f.incident_id and incident.records_affected = f.number and incident.records_unit = f.unit
left join records_choice as c on c.incident_id = f.incident_id and c.records_affected = f.number and c.records_unit = f.unit
where f.field = 'count' and f.role in ('total', 'affected') and coalesce(f.hedge, 'stated') in ('stated', 'possible')
union all
select f.incident_id, reached.field, strftime(f.event_on, '%Y-%m-%d'), f.post_no, f.n, coalesce(f.fact_id = reached.fact_id, false)
from event_choice as f
join reached
    on reached.incident_id = f.incident_id and reached.event_type_code = f.event_type_code
    and reached.reached_on = f.event_on and reached.precision = f.precision
union all
select flag_choice.incident_id, flag_choice.flag, 'true', flag_choice.post_no, flag_choice.n, true
from flag_choice
anti join (from correction_set where value = 'false') as denied on denied.incident_id = flag_choice.incident_id and denied.field = flag_choice.flag
union all
select f.incident_id, 'data_category:' || f.value, f.value, f.post_no, f.n, true
from incident_fact as f
join incident_data_category as c on c.incident_id = f.incident_id and c.data_category_code = f.value
where f.field = 'data_category' and coalesce(f.role, 'included') = 'included' and coalesce(f.hedge, 'stated') in ('stated', 'possible')
union all
select f.incident_id, 'timeline_event:' || e.timeline_event_id, strftime(e.event_on, '%Y-%m-%d'), f.post_no, f.n, true
from event_choice as f
join timeline_event as e
    on e.incident_id = f.incident_id and e.event_on = f.event_on and e.event_type_code = f.event_type_code
    and e.precision = f.precision
    and (f.event_time is null or e.event_time = f.event_time)   -- told without its clock time: the same event
