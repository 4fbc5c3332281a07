-- The posts of the documents, with their whole text
-- Grain: one row per post of a document; the same notice in two documents is two rows with one post_key.
-- Columns:
--   post_id: document_id and ordinal
--   document_id: the document it stands in
--   ordinal: 1, 2, 3 … within the document
--   post_key: identity across documents: hash of the URL, else of the case number, else of title and publishing day
--   kind: incident (the notice of one incident) or article (anything else)
--   case_number: number that the publisher gave the case, such as 2024-019
--   title: title line without header and without a date at its end
--   title_key: title in NFKC, lower case, without blanks: for comparing
--   url: where it was published
--   published_on: day that the source's format itself states; never read from prose
--   body: the whole text, beginning with the title line; every offset of a fact counts bytes (UTF-8) of it
create table if not exists post (
    post_id varchar not null,
    post_no bigint not null,
    document_id varchar not null,
    ordinal integer not null,
    post_key varchar not null,
    kind varchar not null,
    case_number varchar,
    title varchar,
    title_key varchar,
    url varchar,
    published_on date,
    body varchar not null,
    load_run_id bigint not null
);
