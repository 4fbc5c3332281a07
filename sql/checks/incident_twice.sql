-- warn: two incidents that may be one: same organization, same title or same number on the same day
select one.incident_id, other.incident_id as other_incident_id, one.organization, one.title, other.title as other_title
from incident_wide as one
join incident_wide as other
    on other.organization_id = one.organization_id
    and other.incident_id > one.incident_id
where (one.title = other.title and abs(days_between(one.reference_on, other.reference_on)) <= 30)
    or (one.records_affected = other.records_affected and one.records_affected >= 10      -- small numbers meet by chance
        and one.occurred_on = other.occurred_on and one.occurred_precision = 'day' and other.occurred_precision = 'day')
