-- Words that a page showed struck out: an older reading that a correction superseded
-- Grain: one row per struck passage; the body of the post does not contain the words.
-- Columns:
--   post_id: the post
--   document_id: the document of the post
--   n: 1, 2, 3 … within the post
--   at_offset: byte of the post's body where the words stood
--   words: the words struck out
create table if not exists struck (
    post_id varchar not null,
    document_id varchar not null,
    n integer not null,
    at_offset bigint not null,
    words varchar not null,
    load_run_id bigint not null
);
