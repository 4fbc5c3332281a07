-- The words under which the full-text search finds a post
-- Grain: one row per post and term. Made by the first search or report, and kept up for new posts alone.
-- Columns:
--   term: base form of a word that carries meaning, in lower case; words of courtesy and the like are left out
--   occurrences: how often it stands in the post
create table if not exists post_term (
    post_no bigint not null,
    term varchar not null,
    occurrences integer not null
);
