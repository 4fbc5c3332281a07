-- Incidents by the most sensitive data they exposed
-- Grain: one row per sensitivity; incidents without any category read stand in a row unknown. Published by: JNSA (EP図, in spirit), Information is Beautiful.
-- Columns:
--   sensitivity: special_care, credential, financial, contact, basic, other, unknown: each incident in the first that it has
--   n_known: incidents that state a number of persons
--   persons: sum of the persons of the incidents known
--   share: share of all incidents, 0 to 1
with highest as (
    select
        incident_data_category.incident_id,
        min(list_position(['special_care', 'credential', 'financial', 'contact', 'basic', 'other'], data_category.sensitivity)) as place -- our order: what harms most first
    from incident_data_category
    join data_category using (data_category_code)
    group by incident_data_category.incident_id
)

select
    coalesce(['special_care', 'credential', 'financial', 'contact', 'basic', 'other'][highest.place], 'unknown') as sensitivity,
    coalesce(highest.place, 7)::integer as sort_order,
    count(*) as n,
    count(*) filter (incident.records_unit = 'persons') as n_known,
    count(*) - count(*) filter (incident.records_unit = 'persons') as n_left_out,
    sum(incident.records_affected) filter (incident.records_unit = 'persons')::bigint as persons,
    round(count(*) / sum(count(*)) over (), 4) as share
from incident
left join highest using (incident_id)
group by highest.place
