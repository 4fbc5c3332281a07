-- How many incidents state each fact
-- Grain: one row per fact. Published by: none; it is what every other figure rests on.
-- Columns:
--   fact: column of incident, or sector_code, data_category, timeline_event
--   n: incidents in all
--   n_known: incidents that state it
--   n_left_out: incidents that do not
--   share: n_known of n, 0 to 1; NULL when there are no incidents
with stated as (
    select
        count(*) as n,
        count(organization_id) as organization_id,
        count(contractor_id) as contractor_id,
        count(sector_code) as sector_code,
        count(cause_code) filter (cause_code <> 'unknown') as cause_code,    -- a cause said to be unknown is not known
        count(records_affected) as records_affected,
        count(*) filter (data_category_count > 0) as data_category,
        count(occurred_on) as occurred_on,
        count(ended_on) as ended_on,
        count(discovered_on) as discovered_on,
        count(disclosed_on) as disclosed_on,
        count(regulator_reported_on) as regulator_reported_on,
        count(police_reported_on) as police_reported_on,
        count(subjects_notified_on) as subjects_notified_on,
        count(*) filter (regulator_reported) as regulator_reported,
        count(*) filter (police_reported) as police_reported,
        count(*) filter (subjects_notified) as subjects_notified,
        (select count(distinct incident_id) from timeline_event) as timeline_event
    from incident_wide
),

long as (
    unpivot stated on * exclude (n) into name fact value n_known
)

select
    fact,
    n,
    n_known,
    n - n_known as n_left_out,
    round(n_known / nullif(n, 0), 4) as share,
    list_position(['organization_id', 'contractor_id', 'sector_code', 'cause_code', 'records_affected', 'data_category',
        'occurred_on', 'ended_on', 'discovered_on', 'disclosed_on', 'regulator_reported_on', 'police_reported_on', 'subjects_notified_on',
        'regulator_reported', 'police_reported', 'subjects_notified', 'timeline_event'], fact)::integer as sort_order
from long
order by sort_order
