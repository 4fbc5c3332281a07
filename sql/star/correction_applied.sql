-- What became of each correction, with the value that was read from the notice
-- Grain: one row per correction.
-- Columns:
--   field: column of incident, organization, contractor, sector_code, prefecture, data_category, timeline_event, merge, split
--   old_value: what the notices are read as now, without corrections; NULL is unknown; of merge and split the incident it was in
--   new_value: what the correction says; NULL is unknown; of a split the incident that is made
--   state: applied; caught_up (the notices are now read as it says, so it can go); conflicting (two of one day say otherwise, so
--     neither is applied); superseded (a later one, or the same said twice); orphaned (the incident is no longer there)
--   quote: words of the notice that agree with the new value; NULL when none were read
--   note: why
--   corrected_by: who judged
--   corrected_on: on which day
--   path: the file that gives it
--   line: line of the file
with found as (
    unpivot (
        select
            incident_found.incident_id, case_number, title, discloser.name as organization, contractor.name as contractor,
            discloser.sector_code, discloser.prefecture, cause_code,
            written_date(occurred_on, occurred_precision) as occurred_on,
            written_date(ended_on, ended_precision) as ended_on,
            written_date(discovered_on, discovered_precision) as discovered_on,
            written_date(disclosed_on, disclosed_precision) as disclosed_on,
            written_date(regulator_reported_on, regulator_reported_precision) as regulator_reported_on,
            written_date(police_reported_on, police_reported_precision) as police_reported_on,
            written_date(subjects_notified_on, subjects_notified_precision) as subjects_notified_on,
            regulator_reported::varchar as regulator_reported,
            police_reported::varchar as police_reported,
            subjects_notified::varchar as subjects_notified,
            records_affected::varchar as records_affected, records_unit, records_qualifier
        from incident_found
        left join organization_found as discloser on discloser.organization_id = incident_found.organization_id
        left join organization_found as contractor on contractor.organization_id = incident_found.contractor_id
        where incident_found.incident_id in (select incident_id from correction)
    ) on * exclude (incident_id) into name target value old_value
),

event_of as (
    select correction_ruling.path, correction_ruling.line, any_value(event_found.event_on) is not null as was_found
    from correction_ruling
    left join event_found
        on event_found.incident_id = correction_ruling.incident_id and event_found.event_on = try_cast(correction_ruling.value as date)
        and event_found.precision = correction_ruling.precision and event_found.event_type_code = correction_ruling.event_type_code
        and (correction_ruling.event_time is null or event_found.event_time = correction_ruling.event_time)
    where correction_ruling.field = 'timeline_event'
    group by correction_ruling.path, correction_ruling.line
),

compared as (
    select
        c.*,
        incident_found.incident_id is not null as is_there,
        case
            when c.operation = 'set' then found.old_value
            when c.field = 'data_category' then if(category.incident_id is not null, c.value, null)
            when c.field = 'timeline_event' then if(event_of.was_found, substr(c.target, 16), null)
            else c.incident_id end as old_value,
        case
            when c.operation = 'set' then if(c.precision is null, c.value, written_date(c.value::date, c.precision))
            when c.operation = 'add' and c.field = 'data_category' then c.value
            when c.operation = 'add' then substr(c.target, 16)
            when c.operation = 'remove' then null
            when c.operation = 'merge' then c.value
            else moved.incident_id end as new_value,
        coalesce(
            -- the same name written otherwise is the same
            c.operation = 'set' and c.value_key is not null and c.value_key = organization_found.name_key,
            false) as is_same_name,
        moved.target is not null as has_moved,
        organization_correction.ruling as organization_ruling
    from correction_ruling as c
    left join incident_found on incident_found.incident_id = c.incident_id
    left join found on found.incident_id = c.incident_id and found.target = c.target
    left join data_category_found as category on category.incident_id = c.incident_id and category.data_category_code = c.value and c.field = 'data_category'
    left join event_of on event_of.path = c.path and event_of.line = c.line
    left join (select from_incident_id, target, any_value(incident_id) as incident_id from regrouping group by from_incident_id, target) as moved
        on moved.from_incident_id = c.incident_id and moved.target = c.target
    left join organization_found on organization_found.organization_id
        = case c.target when 'organization' then incident_found.organization_id when 'contractor' then incident_found.contractor_id end
    left join organization_correction on organization_correction.incident_id = c.incident_id and organization_correction.field = c.target
)

select
    compared.incident_id,
    compared.field,
    compared.old_value,
    compared.new_value,
    case
        when ruling <> 'stands' then ruling
        when operation in ('merge', 'split') and has_moved then 'applied'
        -- the titles now say so: the incident is no longer one of its own, or the post is
        when operation = 'merge' and not is_there and value in (select incident_id from post_grouping)
            and compared.incident_id in (select own_incident_id from post_identity) then 'caught_up'
        when operation = 'split' and value_key in (select title_key from post_identity join post_grouping using (post_id)
            where post_grouping.incident_id <> compared.incident_id) then 'caught_up'
        when operation = 'merge' and exists (select 1 from correction_ruling as other
            where other.operation = 'merge' and other.ruling = 'stands' and other.incident_id = compared.value) then 'conflicting'
        when operation in ('merge', 'split') or not is_there then 'orphaned'
        when field in ('sector_code', 'prefecture') and organization_ruling is null then 'orphaned'   -- the incident has no organization
        when field in ('sector_code', 'prefecture') and organization_ruling <> 'stands' then organization_ruling
        when is_same_name or old_value is not distinct from new_value then 'caught_up'
        else 'applied' end as state,
    evidence.quote,
    compared.note,
    compared.corrected_by,
    compared.corrected_on,
    compared.path,
    compared.line
from compared
left join (
    select evidence_link.incident_id, evidence_link.field as evidence_field, arg_max(reading.quote, (reading.confidence, -reading.n)) as quote
    from evidence_link
    join reading using (post_no, n)
    where evidence_link.incident_id in (select incident_id from correction)
    group by evidence_link.incident_id, evidence_link.field
) as evidence on evidence.incident_id = compared.incident_id and compared.operation in ('set', 'add')
    and evidence.evidence_field = case compared.target when 'organization' then 'organization_id' when 'contractor' then 'contractor_id' else compared.target end
order by compared.path, compared.line
