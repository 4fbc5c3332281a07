-- fail: a code that no seed explains
select 'incident.cause_code' as place, incident_id as id, cause_code as code from incident anti join cause using (cause_code) where cause_code is not null
union all
select 'organization.sector_code', organization_id, sector_code from organization anti join sector using (sector_code) where sector_code is not null
union all
select 'organization.prefecture', organization_id, prefecture from organization anti join prefecture using (prefecture) where prefecture is not null
union all
select 'incident_data_category', incident_id, data_category_code from incident_data_category anti join data_category using (data_category_code)
union all
select 'timeline_event.event_type_code', timeline_event_id, event_type_code from timeline_event anti join event_type using (event_type_code)
union all
select 'incident.records_unit', incident_id, records_unit from incident where records_unit not in ('persons', 'records', 'addresses', 'accounts')
union all
select 'incident.records_qualifier', incident_id, records_qualifier from incident where records_qualifier not in ('exact', 'about', 'at_most', 'at_least')
union all
select 'timeline_event.precision', timeline_event_id, precision from timeline_event where precision not in ('day', 'month', 'year')
union all
select 'post.kind', post_id, kind from post where kind not in ('incident', 'article')
union all
select 'cause without class in ' || scheme, cause.cause_code, cause.cause_code
from cause cross join (select distinct scheme from cause_crosswalk) as schemes
anti join cause_crosswalk on cause_crosswalk.cause_code = cause.cause_code and cause_crosswalk.scheme = schemes.scheme
