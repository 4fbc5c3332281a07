-- Incidents with names, categories and durations in one flat row
-- Grain: one row per incident. For people who just want to look.
-- Columns:
--   contractor: name of the contractor at which it happened
--   sector_ja: Japanese name of the sector
--   sector_en: English name of the sector
--   cause_ja: Japanese name of the cause
--   cause_en: English name of the cause
--   year: year of the report, by disclosure, else discovery, else occurrence
--   data_categories: codes of the categories exposed, separated by commas; NULL when none was read
--   data_category_count: number of categories exposed
--   size_band: band of the number of records; unknown where not stated
--   reference_on: the day by which the incident is put into a year or month: disclosed, else discovered, else occurred
--   reference_precision: how precise reference_on is
--   days_to_discovery: days from occurrence to discovery, where both are known to the day
--   days_to_disclosure: days from discovery to disclosure, where both are known to the day
--   url: where the notice was published
--   path: document in which the notice stands
with category as (
    select
        incident_data_category.incident_id,
        string_agg(data_category_code, ', ' order by data_category.sort_order, data_category_code) as data_categories,
        count(*) as data_category_count
    from incident_data_category
    left join data_category using (data_category_code)
    group by incident_data_category.incident_id
),

placed as (
    select
        incident_id,
        coalesce(disclosed_on, discovered_on, occurred_on) as reference_on,   -- annual reports count by disclosure; notices without one still count
        case when disclosed_on is not null then disclosed_precision
             when discovered_on is not null then discovered_precision
             else occurred_precision end as reference_precision
    from incident
)

select
    incident.incident_id,
    incident.case_number,
    incident.title,
    organization.name as organization,
    contractor.name as contractor,
    organization.sector_code,
    sector.name_ja as sector_ja,
    sector.name_en as sector_en,
    organization.prefecture,
    incident.cause_code,
    cause.name_ja as cause_ja,
    cause.name_en as cause_en,
    cause.cause_group,
    incident.records_affected,
    incident.records_unit,
    incident.records_qualifier,
    coalesce(size_band.size_band, 'unknown') as size_band,
    category.data_categories,
    coalesce(category.data_category_count, 0) as data_category_count,
    incident.occurred_on,
    incident.occurred_precision,
    incident.ended_on,
    incident.ended_precision,
    incident.discovered_on,
    incident.discovered_precision,
    incident.disclosed_on,
    incident.disclosed_precision,
    incident.regulator_reported_on,
    incident.regulator_reported_precision,
    incident.police_reported_on,
    incident.police_reported_precision,
    incident.subjects_notified_on,
    incident.subjects_notified_precision,
    incident.regulator_reported,
    incident.police_reported,
    incident.subjects_notified,
    placed.reference_on,
    placed.reference_precision,
    year(placed.reference_on)::integer as year,
    case when incident.occurred_precision = 'day' and incident.discovered_precision = 'day'
         then days_between(incident.occurred_on, incident.discovered_on) end as days_to_discovery,
    case when incident.discovered_precision = 'day' and incident.disclosed_precision = 'day'
         then days_between(incident.discovered_on, incident.disclosed_on) end as days_to_disclosure,
    incident.report_count,
    incident.document_count,
    incident.organization_id,
    incident.contractor_id,
    incident.post_id,
    post.url,
    document.path
from incident
join placed using (incident_id)
left join organization on organization.organization_id = incident.organization_id
left join organization as contractor on contractor.organization_id = incident.contractor_id
left join sector on sector.sector_code = organization.sector_code
left join cause on cause.cause_code = incident.cause_code
left join category on category.incident_id = incident.incident_id
left join size_band on incident.records_affected >= size_band.lower
    and (incident.records_affected <= size_band.upper or size_band.upper is null)   -- 0 is in no band: unknown
left join post on post.post_id = incident.post_id
left join document on document.document_id = post.document_id
