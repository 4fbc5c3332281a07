-- Which readings support which values of an incident
-- Grain: one row per incident, field and reading; evidence shows it with the words.
-- Columns:
--   field: a column of incident, sector_code, data_category:CODE or timeline_event:ID
--   value: the value that the words support; for an organization its name
--   n: number of the reading within the post
--   is_chosen: this reading decided; the others agree with it
select f.incident_id, 'organization_id' as field, f.value, f.post_no, f.n, f.fact_id = c.fact_id as is_chosen
from incident_fact as f
join organization_choice as c on c.incident_id = f.incident_id and c.role = 'discloser' and c.name_key = f.value_key
where f.field = 'organization' and f.role in ('discloser', 'alias', 'mentioned')
union all
select f.incident_id, 'contractor_id', f.value, f.post_no, f.n, f.fact_id = c.fact_id
from incident_fact as f
join organization_choice as c on c.incident_id = f.incident_id and c.role = 'contractor' and c.name_key = f.value_key
where f.field = 'organization' and f.role = 'contractor'
union all
select f.incident_id, 'sector_code', f.value, f.post_no, f.n, true
from incident_fact as f
join organization_choice as c on c.incident_id = f.incident_id and c.role = 'discloser'
join sector_choice as s on s.organization_id = c.organization_id and s.sector_code = f.value
where f.field = 'sector' and coalesce(f.hedge, 'stated') <> 'denied'
union all
select f.incident_id, 'cause_code', f.value, f.post_no, f.n, true
from incident_fact as f
join cause_choice as c on c.incident_id = f.incident_id and c.cause_code = f.value
where f.field = 'cause' and coalesce(f.hedge, 'stated') in ('stated', 'possible')
union all
select f.incident_id, 'records_affected', f.number::varchar, f.post_no, f.n, f.fact_id = c.record_count_id
from incident_fact as f
join records_choice as c on c.incident_id = f.incident_id and c.records_affected = f.number and c.records_unit = f.unit
where f.field = 'count' and f.role in ('total', 'affected') and coalesce(f.hedge, 'stated') in ('stated', 'possible')
union all
select f.incident_id, m.milestone || '_on', strftime(f.event_on, '%Y-%m-%d'), f.post_no, f.n, f.fact_id = m.fact_id
from event_choice as f
join milestone as m
    on m.incident_id = f.incident_id and m.event_type_code = f.event_type_code
    and m.reached_on = f.event_on and m.precision = f.precision
union all
select incident_id, flag, 'true', post_no, n, true from flag_choice
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
