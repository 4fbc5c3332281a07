-- The events of each incident as they are judged, side by side with their readings
-- Grain: one row per reading of an event that counts.
-- Columns:
--   n: number of the reading within the post
--   event_type_code: the type as judged; the reading's own type is fact.value
--   role: start or end of a period, publication_date, embedded, or empty
--   weight: how strongly the words speak for it
--   is_carried: the date stands in another sentence
with reading as (
    select
        incident_fact.*,
        coalesce(incident_fact.precision, 'day') as date_precision,
        coalesce(cause_choice.cause_code, 'unknown') as cause_code,
        coalesce(cause.cause_group, 'other') as cause_group
    from incident_fact
    left join cause_choice using (incident_id)
    left join cause using (cause_code)
    where incident_fact.field = 'event'
        and incident_fact.event_on is not null
        and incident_fact.value is not null
        and coalesce(incident_fact.hedge, 'stated') in ('stated', 'possible')  -- plans and denials are not events
),

-- The period in which those concerned bought or registered is the exposure itself where the page or the
-- system leaked while they did so; of a lost list it says only whose data it held.
exposed as (
    select * replace (
        -- of a lost or stolen thing somebody's call is not yet the finding when the notice says when it was found
        if(value = 'discovered' and role = 'contact' and cause_group = 'loss_theft'
            and count(*) filter (value = 'discovered' and coalesce(role, '') = '') over (partition by incident_id) > 0,
            'other', value) as value)
    from reading
    where coalesce(role, '') not in ('target_start', 'target_end')
        or cause_code in ('web_skimming', 'software_bug', 'misconfiguration', 'phishing')
    -- of several such periods (who paid by card, who ever registered) the plainest
    qualify coalesce(role, '') not in ('target_start', 'target_end')
        or weight >= max(weight) filter (role in ('target_start', 'target_end')) over (partition by incident_id)
),

-- An attack told only within its finding (「攻撃を受けたことを確認」) began that day as far as the notice says,
-- where nothing else says when it began. A loss found that day may be much older.
begun as (
    select * from exposed
    where coalesce(role, '') <> 'embedded'
        or (cause_group = 'external_attack'
            and not exists (
                select 1 from exposed as other
                where other.incident_id = exposed.incident_id and other.value = 'occurred' and coalesce(other.role, '') <> 'embedded'))
),

firsts as (
    select
        incident_id,
        min(event_on) filter (value = 'discovered' and date_precision = 'day') as discovered_on,
        min(event_on) filter (value = 'disclosed' and date_precision = 'day') as disclosed_on
    from begun
    group by incident_id
),

-- How often it is said to have happened; a message sent after the finding is an answer to it, not the slip
told as (
    select
        incident_id,
        count(*) filter (
            value = 'occurred'
            and coalesce(role, '') not in ('embedded', 'untyped')
            and not (coalesce(event_on > firsts.discovered_on, false) and weight < 2.2)) as occurrences
    from begun
    join firsts using (incident_id)
    group by incident_id
),

-- Where no words say what happened, the dated deed told before the finding is it: of a slip or a loss the
-- last such (when the bag was last seen), of an attack the first.
promoted as (
    select begun.fact_id
    from begun
    join firsts using (incident_id)
    join told using (incident_id)
    where (begun.value = 'other' and coalesce(begun.role, '') <> 'contact'
            or begun.value = 'notified_subjects' and begun.event_on < firsts.discovered_on)  -- a letter sent before the finding
        and begun.date_precision = 'day'
        and told.occurrences = 0
        and begun.event_on <= coalesce(firsts.discovered_on, firsts.disclosed_on)
    qualify row_number() over (
        partition by begun.incident_id
        order by if(begun.cause_group in ('human_error', 'loss_theft'), -1, 1) * epoch(begun.event_on), begun.start_offset
    ) = 1
),

judged as (
    select
        begun.incident_id,
        begun.report_sequence,
        case
            when promoted.fact_id is not null then 'occurred'
            -- once the case is known, a call is one more call, and a finding is the investigation's
            when begun.value = 'discovered' and begun.event_on > firsts.discovered_on
                then if(begun.role = 'contact', 'other', 'investigation')
            -- what is published after the first publication brings it up to date
            when begun.value = 'disclosed' and begun.event_on > firsts.disclosed_on then 'updated'
            else begun.value end as event_type_code,
        begun.event_on,
        begun.date_precision as precision,
        begun.event_time,
        coalesce(begun.role, '') as role,
        begun.weight,
        begun.rule like 'event.carried%' as is_carried,
        begun.rule = 'event.untyped' as is_untyped,
        begun.what,
        begun.quote,
        begun.start_offset,
        begun.n,
        begun.post_no,
        begun.fact_id
    from begun
    join firsts using (incident_id)
    left join promoted using (fact_id)
    where (coalesce(begun.role, '') <> 'untyped' or promoted.fact_id is not null)
    and not (
        -- what is told to have happened after it was found is mostly the finding told again
        begun.value = 'occurred'
        and coalesce(begun.event_on > firsts.discovered_on, false)
        and begun.weight < 2.2
    )
    and not (
        -- the window in which a thing was lost or sent has an end, but nothing was contained then
        begun.value = 'ended'
        and coalesce(begun.role, '') in ('end', 'target_end')
        and begun.cause_code in ('loss', 'theft', 'misdelivery_email', 'misdelivery_other', 'improper_disposal')
    )
    and not (
        -- nobody contains what is not yet known; a page that was replaced by chance may have ended a skimming
        begun.value = 'ended'
        and coalesce(begun.role, '') = ''
        and begun.date_precision = 'day'
        and begun.cause_code <> 'web_skimming'
        and coalesce(begun.event_on < firsts.discovered_on, false)
    )
    and not (
        -- nobody apologizes for what is not yet known: such a letter is the slip itself, or routine
        begun.value = 'notified_subjects'
        and promoted.fact_id is null
        and begun.date_precision = 'day'
        and coalesce(begun.event_on < firsts.discovered_on, false)
    )
)

select * exclude (is_untyped) from judged
where not (
    -- a call or an untyped line on a day of which something plainer is told
    event_type_code = 'other'
    and (role = 'contact' or is_carried or is_untyped)
    and exists (
        select 1 from judged as plain
        where plain.incident_id = judged.incident_id and plain.event_on = judged.event_on and plain.event_type_code <> 'other')
)
