-- fail: a date without its precision, or a precision without a date
with milestones as (
    unpivot (select incident_id, occurred_precision, ended_precision, discovered_precision, disclosed_precision,
        regulator_reported_precision, police_reported_precision, subjects_notified_precision from incident)
    on * exclude (incident_id) into name field value precision
),

dates as (
    unpivot (select incident_id, occurred_on, ended_on, discovered_on, disclosed_on, regulator_reported_on, police_reported_on, subjects_notified_on from incident)
    on * exclude (incident_id) into name field value reached_on
)

select
    coalesce(dates.incident_id, milestones.incident_id) as incident_id,
    coalesce(dates.field, replace(milestones.field, '_precision', '_on')) as field,
    dates.reached_on,
    milestones.precision
from dates
full join milestones on milestones.incident_id = dates.incident_id and milestones.field = replace(dates.field, '_on', '_precision')
where dates.reached_on is null or milestones.precision is null
