-- Incidents by the words that are asked for, best first
-- Grain: one row per incident that has any of the words.
-- Parameters: the words' terms, and beside each the number of its word: 1, 2, 3 …; at most how many rows.
-- BM25 with k1 = 1.2 and b = 0.75, as Lucene has it. An incident is as good as the best of its posts.
with asked as (
    select unnest($1::varchar[]) as term, unnest($2::integer[]) as word
),

term_asked as (
    select distinct term from asked
),

corpus as (
    select count(*) as posts, avg(term_count) as average_length from indexed_post
),

found as (
    select post_no, term, occurrences
    from post_term
    semi join term_asked using (term)
),

weight as (
    select
        term,
        ln(1 + (corpus.posts - count(*) + 0.5) / (count(*) + 0.5)) as weight   -- rare words say more
    from found, corpus
    group by term, corpus.posts
),

scored as (
    select
        found.post_no,
        found.term,
        weight.weight * found.occurrences * 2.2
            / (found.occurrences + 1.2 * (0.25 + 0.75 * indexed_post.term_count / corpus.average_length)) as score   -- long posts have every word
    from found
    join weight using (term)
    join indexed_post using (post_no)
    cross join corpus
),

-- a word of several terms (名古屋 市立 病院) is found where all of them are
word_found as (
    select scored.post_no, asked.word
    from asked
    join scored using (term)
    group by scored.post_no, asked.word
    having count(distinct asked.term) = (select count(distinct term) from asked as a where a.word = asked.word)
),

post_score as (
    select
        scored.post_no,
        sum(scored.score) as score,
        (select count(*) from word_found where word_found.post_no = scored.post_no) as words_found
    from scored
    group by scored.post_no
),

best as (
    select
        incident_post.incident_id,
        max(post_score.words_found) as words_found,
        arg_max(post_score.score, (post_score.words_found, post_score.score)) as score,
        arg_max(incident_post.post_id, (post_score.words_found, post_score.score, -incident_post.report_sequence, not incident_post.is_copy, incident_post.post_id)) as post_id
    from post_score
    join incident_post using (post_no)
    group by incident_post.incident_id
)

select
    best.incident_id,
    best.words_found,
    round(best.score, 3) as score,
    incident.title,
    organization.name as organization,
    coalesce(incident.disclosed_on, incident.discovered_on, incident.occurred_on) as reference_on,
    case when incident.disclosed_on is not null then incident.disclosed_precision
         when incident.discovered_on is not null then incident.discovered_precision
         else incident.occurred_precision end as reference_precision,
    post.body
from best
join incident using (incident_id)
join post on post.post_id = best.post_id
left join organization using (organization_id)
where best.words_found > 0 or not exists (from word_found)    -- some terms of a word will do only where no notice has all
order by best.words_found desc, round(best.score, 3) desc, reference_on desc nulls last, best.incident_id
limit $3
