-- What deserves a look by a person, what changes the figures most first
-- Grain: one row per incident, field and reason.
-- Columns:
--   place: 1, 2, 3 …: look at these first
--   reason: competing_readings, low_confidence, missing, reversed_dates, unknown_code, correction_conflicting, correction_orphaned
--   field: column of incident, sector_code, data_category or correction
--   value: what the tables say now; NULL is unknown
--   other_value: what another reading says, or the other date of a pair
--   what: the doubt in a sentence
--   quote: words of the notice to look at
--   confidence: of the reading that won, or of the one that competes
--   impact: how much the figures would change if it is wrong: shares of an incident's figures, and of the persons of all incidents
--   figures: the figures that rest on it
with best as (
    -- the surest reading that stands behind each value
    select
        evidence_link.incident_id,
        evidence_link.field,
        any_value(evidence_link.value) as value,
        max(reading.confidence) as confidence,
        arg_max(reading.quote, (reading.confidence, -reading.start_offset, -reading.n)) as quote
    from evidence_link
    join reading using (post_no, n)
    where not contains(evidence_link.field, ':')     -- categories and events are many, and a wrong one changes little
    group by evidence_link.incident_id, evidence_link.field
),

low as (
    select incident_id, 'low_confidence' as reason, field, value, null as other_value,
        'read with confidence ' || round(confidence, 2) as what, quote, confidence, 1 - confidence as doubt
    from best
    where confidence < 0.6                           -- our line, the same as that of the page of quality
),

-- counts that lost with at least half the weight of the winner, and say something else
count_rival as (
    select
        rival.incident_id, 'competing_readings' as reason, 'records_affected' as field, winner.value::varchar as value, rival.value::varchar as other_value,
        'the notice also says ' || rival.value || ' ' || rival.unit as what, rival.quote, null::double as confidence,
        least(rival.weight / nullif(winner.weight, 0), 1) * 0.5 as doubt
    from record_count as rival
    join records_choice using (incident_id)
    join record_count as winner on winner.record_count_id = records_choice.record_count_id
    where rival.role in ('total', 'affected') and not rival.superseded and coalesce(rival.hedge, 'stated') in ('stated', 'possible')
        and rival.unit in ('persons', 'records', 'addresses', 'accounts')
        and rival.value <> winner.value and rival.weight >= 0.5 * winner.weight
    qualify row_number() over (partition by rival.incident_id order by rival.weight desc, rival.value desc, rival.start_offset) = 1
),

cause_rival as (
    select incident_id, 'competing_readings', 'cause_code', cause_code, second_cause_code,
        'words speak for ' || second_cause_code || ' nearly as much', null, null, second_weight / weight * 0.5
    from cause_choice
    where second_weight >= 0.7 * weight              -- a second cause is common; here the first hardly leads
),

missing as (
    select incident_id,
        unnest(['disclosed_on', 'discovered_on', 'occurred_on', 'records_affected', 'organization_id', 'cause_code']) as field,
        unnest([disclosed_on::varchar, discovered_on::varchar, occurred_on::varchar, records_affected::varchar, organization_id, cause_code]) as value
    from incident
),

odd as (
    select incident_id, 'reversed_dates', field, from_on::varchar, to_on::varchar,
        'the dates of ' || measure || ' are reversed: ' || from_on || ', then ' || to_on, null, null, 1.0
    from (
        select *, case measure when 'time_to_disclosure' then 'discovered_on' when 'time_to_discovery' then 'occurred_on'
            when 'exposure_duration' then 'ended_on' when 'regulator_report_delay' then 'regulator_reported_on' when 'subject_notice_delay' then 'subjects_notified_on'
            else 'occurred_on' end as field
        from duration
        where left_out_because = 'reversed'
    )
),

doubted as (
    from low
    union all from count_rival
    union all from cause_rival
    union all
    select incident_id, 'missing', field, null, null, 'nothing was read for it', null, null, 0.5    -- often the notice does not say it
    from missing where value is null
    union all from odd
    union all
    select incident_id, 'unknown_code', 'cause_code', cause_code, null, 'the cause is unknown, or none of the list', null, null, 0.5
    from incident where cause_code in ('unknown', 'other')
    union all
    select incident.incident_id, 'unknown_code', 'sector_code', organization.sector_code, null, 'the sector of ' || organization.name || ' is not known', null, null, 0.9
    from incident join organization using (organization_id) where coalesce(organization.sector_code, 'T') = 'T'
    union all
    select incident_id, 'correction_' || state, field, old_value, new_value, path || ':' || line || ': the correction is ' || state, quote, null, 1.0
    from correction_applied where state in ('conflicting', 'orphaned')
),

-- in how many figures a field stands: an incident in every figure by sector, a date in its duration
stands_in (field, figures, share) as (
    values ('records_affected', 'records_by_sector, records_by_cause, top_incidents', 1.0), ('cause_code', 'records_by_cause, sector_by_cause', 1.0),
        ('sector_code', 'records_by_sector, sector_by_cause', 1.0), ('organization_id', 'repeat_organizations, records_by_sector', 1.0),
        ('disclosed_on', 'incidents_by_month, time_to_disclosure', 1.0), ('discovered_on', 'time_to_disclosure, time_to_discovery, regulator_report_delay', 0.8),
        ('occurred_on', 'time_to_discovery, exposure_duration', 0.6), ('ended_on', 'exposure_duration', 0.3), ('regulator_reported_on', 'regulator_report_delay', 0.3),
        ('contractor_id', 'contractors', 0.3)
),

weighed as (
    select
        doubted.*,
        coalesce(stands_in.figures, 'fact_coverage') as figures,
        -- one incident counts one; what is in doubt of the persons of all counts by its share of them, so that the largest come first
        doubted.doubt * coalesce(stands_in.share, 0.2) * (1 + 100 * coalesce(
            greatest(if(incident.records_unit = 'persons', incident.records_affected, 0), if(doubted.field = 'records_affected', try_cast(doubted.other_value as bigint), 0))
            / nullif((select sum(records_affected) from incident where records_unit = 'persons'), 0), 0)) as impact
    from doubted
    left join incident using (incident_id)
    left join stands_in using (field)
    -- what an analyst has settled is no longer in doubt
    where doubted.reason like 'correction_%'
        or not exists (select 1 from corrected_field where corrected_field.incident_id = doubted.incident_id and corrected_field.field = doubted.field)
)

select
    row_number() over (order by round(weighed.impact, 4) desc, weighed.incident_id, weighed.field, weighed.reason, weighed.what) as place,
    weighed.incident_id,
    weighed.reason,
    weighed.field,
    weighed.value,
    weighed.other_value,
    weighed.what,
    weighed.quote,
    round(weighed.confidence, 2) as confidence,
    round(weighed.impact, 4) as impact,
    weighed.figures,
    incident.title
from weighed
left join incident using (incident_id)
order by place
