-- Causes in the classes of other series
-- Grain: one row per series and class.
select
    x.scheme, x.class_code, any_value(x.name_ja) as name_ja, any_value(x.name_en) as name_en,
    string_agg(distinct cause.name_ja, '、' order by cause.name_ja) as causes_ja,
    string_agg(distinct cause.name_en, ', ' order by cause.name_en) as causes_en,
    count(distinct w.incident_id) as n,
    (select count(*) from incident) as n_all
from cause_crosswalk as x
left join cause using (cause_code)
left join incident_wide as w on coalesce(w.cause_code, 'unknown') = x.cause_code
where x.scheme <> 'own'
group by x.scheme, x.class_code
order by x.scheme, n desc, min(x.sort_order), x.class_code
