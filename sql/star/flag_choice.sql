-- What an incident's notices say was done, dated or not
-- Grain: one row per incident, flag and reading that supports it.
-- Columns:
--   n: number of the reading within the post
--   flag: regulator_reported, police_reported, subjects_notified
select
    incident_id,
    case value
        when 'reported_regulator' then 'regulator_reported'
        when 'reported_police' then 'police_reported'
        when 'notified_subjects' then 'subjects_notified'
        else value end as flag,
    post_no,
    n,
    fact_id
from incident_fact
where coalesce(hedge, 'stated') = 'stated'          -- planned, possible or denied is not done
    and ((field = 'flag' and value in ('regulator_reported', 'police_reported', 'subjects_notified'))
        or (field = 'event' and value in ('reported_regulator', 'reported_police', 'notified_subjects')))
