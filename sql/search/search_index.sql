-- What the search index was made with
-- Grain: one row.
-- Columns:
--   vocabulary: stands for the words, parts of speech and stop words that decide which terms a post has; another one makes all terms anew
--   similar_of: stands for the posts and incidents that similar_incident was made from; NULL when it was not made
create table if not exists search_index (
    vocabulary varchar not null,
    similar_of varchar
);
