-- fail: a row that points to a row that is not there
select 'post' as relation, post_id as id, 'document' as missing from post anti join document using (document_id)
union all
select 'reading', post_no || ':' || n, 'post' from reading anti join post using (post_no)
union all
select 'struck', post_id || ':' || n, 'post' from struck anti join post using (post_id)
union all
select 'document', document_id, 'load_run' from document anti join load_run using (load_run_id)
union all
select 'post', post_id, 'incident_post' from post anti join incident_post using (post_id) where kind = 'incident'
union all
select 'incident', incident_id, 'post' from incident anti join post using (post_id)
union all
select 'incident', incident_id, 'organization' from incident anti join organization using (organization_id) where organization_id is not null
union all
select 'incident', incident_id, 'organization (contractor)' from incident
anti join organization on organization.organization_id = incident.contractor_id where contractor_id is not null
union all
select 'evidence_link', incident_id || ' ' || field, 'reading' from evidence_link anti join reading using (post_no, n)
union all
select 'incident_data_category', incident_id, 'incident' from incident_data_category anti join incident using (incident_id)
union all
select 'timeline_event', timeline_event_id, 'incident' from timeline_event anti join incident using (incident_id)
union all
select 'record_count', record_count_id, 'incident' from record_count anti join incident using (incident_id)
