-- fail: two rows with one key
select 'incident' as relation, incident_id as id, count(*) as times from incident group by incident_id having count(*) > 1
union all
select 'organization', organization_id, count(*) from organization group by organization_id having count(*) > 1
union all
select 'document.path', path, count(*) from document group by path having count(*) > 1
union all
select 'document', document_id, count(*) from document group by document_id having count(*) > 1
union all
select 'post', post_id, count(*) from post group by post_id having count(*) > 1
union all
select 'post.post_no', post_no::varchar, count(*) from post group by post_no having count(*) > 1
union all
select 'incident_post', post_id, count(*) from incident_post group by post_id having count(*) > 1
union all
select 'timeline_event', timeline_event_id, count(*) from timeline_event group by timeline_event_id having count(*) > 1
union all
select 'incident_data_category', incident_id || ' ' || data_category_code, count(*) from incident_data_category group by incident_id, data_category_code having count(*) > 1
