-- Incidents with every column by which a metric groups them
-- Grain: one row per incident.
select
    incident_wide.*,
    if(reference_precision in ('day', 'month'), date_trunc('month', reference_on)::date, null) as month_start,    -- a year alone has no month
    if(reference_precision in ('day', 'month'), date_trunc('quarter', reference_on)::date, null) as quarter_start,
    if(reference_precision in ('day', 'month'), make_date(fiscal_year(reference_on), 4, 1), null) as fiscal_year_start,
    date_trunc('year', reference_on)::date as year_start,
    year(discovered_on)::integer as discovered_year,
    coalesce((
        select arg_min(data_category.sensitivity, list_position(['special_care', 'credential', 'financial', 'contact', 'basic', 'other'], data_category.sensitivity))
        from incident_data_category
        join data_category using (data_category_code)
        where incident_data_category.incident_id = incident_wide.incident_id), 'unknown') as sensitivity
from incident_wide
