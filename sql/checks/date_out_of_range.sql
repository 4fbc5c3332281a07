-- warn: a date before 2000 or after the day of the load
select timeline_event.incident_id, timeline_event.event_type_code, timeline_event.event_on, timeline_event.precision, timeline_event.description
from timeline_event
join incident using (incident_id)
join post using (post_id)
join load_run on load_run.load_run_id = post.load_run_id
where timeline_event.event_on < date '2000-01-01'
    or timeline_event.event_on > load_run.started_at::date + 1     -- a day of grace: the run's clock is UTC, the notices' is Japan's
