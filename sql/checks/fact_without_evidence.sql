-- fail: a value of an incident for which no words of the notice are kept, and no analyst stands
with valued as (
    select incident_id, 'organization_id' as field from incident where organization_id is not null
    union all
    select incident_id, 'contractor_id' from incident where contractor_id is not null
    union all
    select incident_id, 'cause_code' from incident where cause_code is not null
    union all
    select incident_id, 'records_affected' from incident where records_affected is not null
    union all
    select incident_id, field
    from (unpivot (select incident_id, occurred_on, ended_on, discovered_on, disclosed_on, regulator_reported_on, police_reported_on, subjects_notified_on from incident)
        on * exclude (incident_id) into name field value reached_on)
    union all
    select incident_id, 'regulator_reported' from incident where regulator_reported
    union all
    select incident_id, 'police_reported' from incident where police_reported
    union all
    select incident_id, 'subjects_notified' from incident where subjects_notified
    union all
    select incident_id, 'data_category:' || data_category_code from incident_data_category
    union all
    select incident_id, 'timeline_event:' || timeline_event_id from timeline_event
)

select valued.incident_id, valued.field
from valued
anti join corrected_field using (incident_id, field)
anti join evidence_link using (incident_id, field)     -- evidence itself is evidence_link with the words; orphan tells of words that are missing
