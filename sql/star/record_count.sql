-- Every count that the notices state
-- Grain: one row per count of a report; copies of a notice are left out.
-- Columns:
--   record_count_id: the fact it is
--   value: the number
--   unit: persons, records, addresses, accounts, households, facilities, days, amount, other
--   qualifier: exact, about, at_most, at_least
--   what: the phrase that says what is counted
--   role: total, part, population, recipient, superseded, other
--   superseded: a correction or a later report gives another number in its place
--   hedge: stated, possible, denied, planned
--   weight: how strongly it reads as the number of the incident
with counted as (
    select
        *,
        role in ('total', 'affected') and unit in ('persons', 'records', 'addresses', 'accounts') as is_total
    from incident_fact
    where field = 'count' and number is not null
),

newest as (
    select incident_id, max(report_sequence) as report_sequence
    from counted
    where is_total and coalesce(hedge, 'stated') in ('stated', 'possible')
    group by incident_id
)

select
    counted.fact_id as record_count_id,
    counted.incident_id,
    counted.post_id,
    counted.report_sequence,
    counted.number as value,
    counted.unit,
    counted.qualifier,
    counted.what,
    counted.role,
    counted.role = 'superseded'
        or coalesce(counted.is_total and counted.report_sequence < newest.report_sequence, false) as superseded, -- the newest report that gives a total wins
    counted.quote,
    counted.start_offset,
    counted.end_offset,
    counted.hedge,
    counted.weight
from counted
left join newest using (incident_id)
