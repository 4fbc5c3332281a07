-- What identifies the case that a post reports
-- Grain: one row per post of kind incident.
-- Columns:
--   organization_key: name of the discloser for comparing; empty when not found
--   case_title_key: title without blanks and without words such as 第二報
--   is_follow_up: the title says that it is a later report
--   known_on: day of disclosure, else of publication, else of the first event
--   own_incident_id: the incident the post would be, were it the only report
--   body_length: length of the body in characters
with event_day as (
    select
        post_id,
        min(event_on) filter (value = 'disclosed') as disclosed_on,
        min(event_on) as first_on
    from fact
    where field = 'event' and event_on is not null and coalesce(hedge, 'stated') in ('stated', 'possible')
    group by post_id
),

described as (
    select
        post.post_id,
        post.post_no,
        document.path,
        post.ordinal,
        post.post_key,
        post.case_number,
        coalesce(post_organization.name_key, '') as organization_key,
        coalesce(post.title_key, '') as title_key,
        coalesce(without_report_mark(post.title_key), '') as case_title_key,
        is_follow_up(post.title_key) as is_follow_up,
        coalesce(event_day.disclosed_on, post.published_on, event_day.first_on) as known_on,
        length(post.body) as body_length,
        -- without organization, title or day a title may be any notice's: then only the same words are the same notice
        case when post_organization.name_key is null or post.title_key is null or known_on is null
             then short_hash(regexp_replace(post.body, '\s', '', 'g')) else '' end as words
    from post
    join document using (document_id)
    left join post_organization on post_organization.post_id = post.post_id and post_organization.role = 'discloser'
    left join event_day on event_day.post_id = post.post_id
    where post.kind = 'incident'
),

-- the same notice without its number on another page: it has the number, if there is just one
numbered as (
    select organization_key, title_key, known_on, words, min(case_number) as case_number
    from described
    group by organization_key, title_key, known_on, words
    having count(distinct case_number) = 1
)

select
    described.* exclude (words),
    coalesce(
        described.case_number,
        numbered.case_number,
        short_hash(concat_ws('|', described.organization_key, described.title_key, described.known_on::varchar, described.words))
    ) as own_incident_id
from described
left join numbered
    on numbered.organization_key = described.organization_key
    and numbered.title_key = described.title_key
    and numbered.known_on is not distinct from described.known_on
    and numbered.words = described.words
