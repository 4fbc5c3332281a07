-- Which data incidents of each group of causes exposed
-- Grain: one row per group of causes and category of data that occur together.
select coalesce(cause_group, 'other') as cause_group, data_category_code, any_value(name_ja) as name_ja, any_value(name_en) as name_en, any_value(sensitivity) as sensitivity, sum(n)::bigint as n
from data_category_by_cause
group by coalesce(cause_group, 'other'), data_category_code
order by cause_group, n desc, data_category_code
