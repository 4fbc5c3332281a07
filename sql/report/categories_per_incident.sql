-- How many kinds of data an incident exposed
-- Grain: one row per number of categories.
select data_category_count as categories, count(*) as n
from incident_wide
group by data_category_count
order by data_category_count
