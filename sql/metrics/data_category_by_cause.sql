-- Incidents by category of data and cause
-- Grain: one row per category and cause that occur together; an incident counts once in each of its categories. Published by: JNSA (情報種別), OAIC.
-- Columns:
--   n: incidents of the cause that exposed the category
--   n_known: incidents of the cause whose categories were read
--   n_left_out: incidents of the cause without any category read
--   share_of_cause: n of n_known, 0 to 1
with of_cause as (
    select
        cause_code,
        count(*) as incidents,
        count(*) filter (data_category_count > 0) as n_known
    from incident_wide
    group by cause_code
)

select
    incident_data_category.data_category_code,
    data_category.name_ja,
    data_category.name_en,
    data_category.sensitivity,
    incident_wide.cause_code,
    incident_wide.cause_ja,
    incident_wide.cause_en,
    incident_wide.cause_group,
    count(*) as n,
    min(of_cause.n_known) as n_known,
    min(of_cause.incidents - of_cause.n_known) as n_left_out,
    round(count(*) / min(of_cause.n_known), 4) as share_of_cause
from incident_data_category
join incident_wide using (incident_id)
join of_cause on of_cause.cause_code is not distinct from incident_wide.cause_code
left join data_category using (data_category_code)
group by all
