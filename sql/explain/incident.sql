-- Every reading of an incident's facts: which won, which lost, and why
-- Grain: one row per field and reading; a correction, and a fact without words, is a row without a reading. Copies of a notice are left out.
-- Parameters: the incident_id.
with reading_of as (
    select
        incident_fact.*,
        coalesce(incident_fact.hedge, 'stated') as said_how
    from incident_fact
    where incident_fact.incident_id = $1
),

-- what each reading is a reading of, and its value as a person reads it
candidate as (
    select fact_id, 'organization_id' as field, value, weight,
        case
            when role = 'alias' then 'another form of the name'
            when role not in ('discloser') then 'role ' || coalesce(role, 'unknown') || ': names the discloser only in passing'
            when said_how = 'denied' then 'hedge denied'
            when coalesce(value_key, '') = '' then 'no name' end as excluded,
        'the heaviest reading of the first report; of equal weight the first named' as rule_of_choice
    from reading_of where field = 'organization' and coalesce(role, '') not in ('contractor', 'parent')
    union all
    select fact_id, 'contractor_id', value, weight, if(said_how = 'denied', 'hedge denied', null),
        'the heaviest reading of the first report that names one; nobody is its own contractor'
    from reading_of where field = 'organization' and role = 'contractor'
    union all
    select fact_id, 'sector_code', value, weight, if(said_how = 'denied', 'hedge denied', null),
        'the heaviest reading over all notices of the organization'
    from reading_of where field = 'sector' and value is not null
    union all
    select fact_id, 'cause_code', value, weight, if(said_how not in ('stated', 'possible'), 'hedge ' || said_how, null),
        'the largest sum of weights over all places that speak for a cause; of equal ones the finer code'
    from reading_of where field = 'cause' and value is not null
    union all
    select reading_of.fact_id, 'records_affected', concat_ws(' ', reading_of.number, reading_of.unit, reading_of.qualifier), reading_of.weight,
        case
            when reading_of.role not in ('total', 'affected') then 'role ' || coalesce(reading_of.role, 'unknown') || ': not the number of the incident'
            when reading_of.unit not in ('persons', 'records', 'addresses', 'accounts') then 'unit ' || reading_of.unit || ': neither people nor their records'
            when record_count.superseded then 'superseded by a correction or a later report'
            when said_how not in ('stated', 'possible') then 'hedge ' || said_how end,
        'the heaviest total of the newest report; of equal weight people before things, then the larger, then the first'
    from reading_of
    left join record_count on record_count.record_count_id = reading_of.fact_id
    where reading_of.field = 'count' and reading_of.number is not null
    union all
    select reading_of.fact_id, coalesce(milestone_type.field, 'timeline_event'),
        concat_ws(' ', written_date(reading_of.event_on, coalesce(reading_of.precision, 'day')), reading_of.event_time::varchar, coalesce(event_choice.event_type_code, reading_of.value)), reading_of.weight,
        case
            when said_how not in ('stated', 'possible') then 'hedge ' || said_how || ': plans and denials are not events'
            when reading_of.event_on is null then 'no date that exists'
            when event_choice.fact_id is null then 'told again, or out of order: not counted as an event of its own'
            when event_choice.role = 'end' and milestone_type.field <> 'ended_on' then 'the end of a period is no beginning' end,
        'of the first report that dates it, among readings at least half as heavy as the heaviest, the earliest; a month or year yields to a day within it'
    from reading_of
    left join event_choice on event_choice.fact_id = reading_of.fact_id
    left join milestone_type on milestone_type.event_type_code = coalesce(event_choice.event_type_code, reading_of.value)
    where reading_of.field = 'event'
    union all
    select fact_id, coalesce(milestone_type.milestone, reading_of.value), 'true', weight, if(said_how <> 'stated', 'hedge ' || said_how || ': not done', null), 'any place that states it was done'
    from reading_of
    left join milestone_type on milestone_type.event_type_code = reading_of.value
    where reading_of.field = 'flag'
    union all
    select fact_id, 'data_category:' || value, value, weight,
        case when role = 'excluded' or said_how = 'denied' then 'says that it was not included'
             when said_how not in ('stated', 'possible') then 'hedge ' || said_how end,
        'included where the heaviest reading that includes it outweighs the heaviest that excludes it'
    from reading_of where field = 'data_category' and value is not null
    union all
    select fact_id, 'prefecture', value, weight, if(coalesce(role, '') <> '', 'role ' || role, null), 'the heaviest reading over all notices of the organization'
    from reading_of where field = 'prefecture' and value is not null
),

support as (
    select incident_post.post_id || ':' || evidence_link.n as fact_id, evidence_link.field, bool_or(evidence_link.is_chosen) as is_chosen
    from evidence_link
    join incident_post using (post_no)
    where evidence_link.incident_id = $1
    group by all
),

event_support as (
    select fact_id, bool_or(true) as is_event from support where starts_with(field, 'timeline_event:') group by fact_id
),

-- for a cause the sums decide, for all else the heaviest of a value
weighed as (
    select
        candidate.*,
        if(candidate.field = 'cause_code', sum(weight) filter (excluded is null) over (partition by candidate.field, candidate.value), weight) as weight_of_value,
        support.is_chosen,
        support.fact_id is not null as agrees,
        coalesce(event_support.is_event, false) as is_event
    from candidate
    left join support on support.fact_id = candidate.fact_id and support.field = candidate.field
    left join event_support on event_support.fact_id = candidate.fact_id and candidate.field in ('timeline_event', 'occurred_on', 'ended_on', 'discovered_on', 'disclosed_on', 'regulator_reported_on', 'police_reported_on', 'subjects_notified_on')
),

judged as (
    select
        weighed.*,
        case when agrees and is_chosen then 'won' when agrees then 'agrees' when excluded is null and is_event then 'event' else 'lost' end as outcome,
        max(weight_of_value) filter (agrees) over (partition by field) as winning_weight
    from weighed
),

corrected as (
    select incident_id, if(field in ('organization', 'contractor'), field || '_id', if(field in ('data_category', 'timeline_event'), field || ':' || coalesce(new_value, old_value), field)) as field,
        new_value, old_value, corrected_by, corrected_on, note
    from correction_applied
    where incident_id = $1 and state = 'applied'
),

shown as (
    select
        judged.field,
        judged.outcome,
        judged.value,
        case judged.outcome
            when 'won' then rule_of_choice
            when 'agrees' then 'says the same'
            when 'event' then 'stands in the timeline; another reading dates the milestone'
            else coalesce(
                excluded,
                if(judged.field in (select field from corrected), 'an analyst says otherwise', null),
                if(winning_weight is null, 'nothing won: ' || rule_of_choice, null),
                if(round(weight_of_value, 6) < round(winning_weight, 6),
                    'weight ' || round(weight_of_value, 2) || ' below ' || round(winning_weight, 2) || ' of the winner', null),
                'as heavy or heavier, but: ' || rule_of_choice) end as because,
        reading_of.quote,
        sentence_of(post.body, reading_of.start_offset, reading_of.end_offset) as sentence,
        reading_of.start_offset,
        reading_of.end_offset,
        reading_of.rule,
        round(reading_of.confidence, 2) as confidence,
        round(judged.weight, 2) as weight,
        reading_of.post_id
    from judged
    join reading_of using (fact_id)
    join post on post.post_id = reading_of.post_id
    union all
    select field, 'corrected', new_value,
        'corrected by ' || corrected_by || ' on ' || corrected_on || coalesce('; was ' || old_value, '; was unknown') || coalesce('; ' || note, ''),
        null, null, null, null, null, null, null, null
    from corrected
)

select * from shown
order by
    list_position(['organization_id', 'contractor_id', 'sector_code', 'prefecture', 'cause_code', 'records_affected', 'occurred_on', 'ended_on', 'discovered_on', 'disclosed_on',
        'regulator_reported_on', 'police_reported_on', 'subjects_notified_on', 'regulator_reported', 'police_reported', 'subjects_notified'], field) nulls last,
    field, list_position(['corrected', 'won', 'agrees', 'event', 'lost'], outcome), weight desc, start_offset, value
