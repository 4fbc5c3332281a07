-- Incidents by category of data
-- Grain: one row per category that has an incident; an incident counts once in each of its categories.
select
    data_category_code,
    any_value(data_category.name_ja) as name_ja,
    any_value(data_category.name_en) as name_en,
    any_value(data_category.sensitivity) as sensitivity,
    count(*) as n,
    (select count(distinct incident_id) from incident_data_category) as n_known,
    (select count(*) from incident) as n_all
from incident_data_category
left join data_category using (data_category_code)
group by data_category_code
order by n desc, any_value(data_category.sort_order)
