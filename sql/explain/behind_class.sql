-- Incidents by the classes that other series put their cause into
-- Grain: one row per incident, scheme and class.
select incident_wide.*, cause_crosswalk.scheme, cause_crosswalk.class_code
from incident_wide
join cause_crosswalk on cause_crosswalk.cause_code = coalesce(incident_wide.cause_code, 'unknown')   -- nothing read is not known
