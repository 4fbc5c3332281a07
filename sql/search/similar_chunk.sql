-- The neighbours of some of the incidents: of chunk $2 of $1
-- Grain: as similar_incident. In chunks, so that memory is bounded however many incidents there are.
with pair as (
    select
        here.incident_no,
        there.incident_no as similar_no,
        sum(here.weight * there.weight) as similarity
    from similar_vector as here
    join similar_vector as there using (term_no)
    where here.incident_no % $1 = $2
        and there.incident_no <> here.incident_no
    group by here.incident_no, there.incident_no
),

nearest as (
    select
        *,
        row_number() over (partition by incident_no order by round(similarity, 6) desc, similar_no) as rank
    from pair
    where similarity >= 0.1      -- below, they share a name or a phrase and no more
    qualify rank <= 5
),

shared as (
    select
        any_value(here.incident_id) as incident_id,
        nearest.rank::integer as rank,
        any_value(there.incident_id) as similar_incident_id,
        round(least(any_value(nearest.similarity), 1), 4) as similarity,
        list(here.term order by here.weight * there.weight desc, here.term)[:12] as terms
    from nearest
    join similar_vector as here on here.incident_no = nearest.incident_no
    join similar_vector as there on there.incident_no = nearest.similar_no and there.term_no = here.term_no
    group by nearest.incident_no, nearest.rank
)

select
    incident_id,
    rank,
    similar_incident_id,
    similarity,
    list_filter(terms, lambda t: not list_bool_or([contains(other, t) and other <> t for other in terms]))[:5] as shared_terms   -- サポート詐欺 and not its parts beside it
from shared
order by incident_id, rank
