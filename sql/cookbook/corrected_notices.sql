-- 訂正・続報のあった事案
-- Incidents that were corrected or reported again
-- superseded: counts that a later notice, or the notice itself, took back; struck: words struck out on the page.
with taken_back as (
    select incident_id, string_agg(quote, ' / ' order by start_offset, quote) as superseded
    from record_count
    where superseded
    group by incident_id
),

struck_out as (
    select incident_post.incident_id, string_agg(struck.words, ' / ' order by struck.post_id, struck.n) as struck
    from struck
    join incident_post using (post_id)
    group by incident_post.incident_id
)

select
    incident_wide.incident_id,
    incident_wide.organization,
    incident_wide.title,
    incident_wide.report_count,
    incident_wide.records_affected,
    incident_wide.records_unit,
    taken_back.superseded,
    struck_out.struck
from incident_wide
left join taken_back using (incident_id)
left join struck_out using (incident_id)
where incident_wide.report_count > 1 or taken_back.superseded is not null or struck_out.struck is not null
order by incident_wide.incident_id
