-- Incidents by category of data exposed
-- Grain: one row per category, empty ones too; an incident counts once in each of its categories. Published by: JNSA (情報種別), OAIC, ICO.
-- Columns:
--   n: incidents that exposed the category
--   n_known: incidents whose categories were read at all: what share is of
--   n_left_out: incidents without any category read
--   share: n of n_known, 0 to 1; the shares do not add up to 1
with whole as (
    select
        count(*) filter (data_category_count > 0) as n_known,
        count(*) filter (data_category_count = 0) as n_left_out
    from incident_wide
)

select
    data_category.data_category_code,
    data_category.name_ja,
    data_category.name_en,
    data_category.sensitivity,
    data_category.sort_order,
    count(incident_data_category.incident_id) as n,
    whole.n_known,
    whole.n_left_out,
    round(count(incident_data_category.incident_id) / nullif(whole.n_known, 0), 4) as share
from data_category
cross join whole
left join incident_data_category using (data_category_code)
group by data_category.data_category_code, data_category.name_ja, data_category.name_en, data_category.sensitivity, data_category.sort_order,
    whole.n_known, whole.n_left_out
