-- Which posts the full-text search knows, and how long they are
-- Grain: one row per post of kind incident whose terms stand in post_term.
-- Columns:
--   load_run_id: the run that wrote the post when it was indexed; of a post that was written again since, the terms are outdated
--   term_count: terms in the post, as often as each occurs
create table if not exists indexed_post (
    post_no bigint not null,
    load_run_id bigint not null,
    term_count integer not null
);
