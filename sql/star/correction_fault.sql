-- Corrections that mean nothing in this database; a file that gives one anew is refused
-- Grain: one row per correction and fault.
-- Columns:
--   reason: what is wrong with it
--   path: the file that gives it
--   line: line of the file
--   load_run_id: the run that first took it
select path, line, 'no incident ' || incident_id as reason, load_run_id
from correction
where incident_id not in (select incident_id from incident_found) and incident_id not in (select incident_id from post_grouping)
union all
select path, line, 'no incident ' || value || ' to merge with', load_run_id
from correction
where operation = 'merge' and value not in (select incident_id from post_grouping)
union all
select one.path, one.line, 'merge with ' || one.value || ', which is itself merged with ' || other.value, one.load_run_id
from correction_ruling as one
join correction_ruling as other on other.operation = 'merge' and other.ruling = 'stands' and other.incident_id = one.value
where one.operation = 'merge' and one.ruling = 'stands'
union all
select path, line, 'incident ' || incident_id || ' has no post "' || value || '", or no other post beside it', load_run_id
from correction_ruling
where operation = 'split' and ruling = 'stands' and incident_id in (select incident_id from post_grouping)
    and (incident_id, target) not in (select (from_incident_id, target) from regrouping)
union all
select path, line, 'incident ' || incident_id || ' has no organization to have a ' || target || ': correct its organization first', load_run_id
from correction
where target in ('sector_code', 'prefecture') and incident_id in (select incident_id from incident where organization_id is null)
union all
select path, line, 'the number needs records_unit too: none was read in incident ' || incident_id, load_run_id
from correction_ruling
where target = 'records_affected' and ruling = 'stands' and value is not null
    and incident_id in (select incident_id from incident where records_unit is null)
