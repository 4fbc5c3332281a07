-- The inputs as they were read: files, members of archives, standard input
-- Grain: one row per path; the row of a changed file replaces the older one.
-- Columns:
--   document_id: hash of path and content
--   path: where it was read, as the user named it; a member of an archive is archive.zip!member
--   media_type: what its content was found to be
--   charset: encoding it was decoded from
--   byte_count: size in bytes before decoding
--   sha256: hash of the bytes before decoding, hex
--   load_run_id: the run that wrote it
--   rules: fingerprint of the rules and word lists it was read with; other ones read it again
create table if not exists document (
    document_id varchar not null,
    path varchar not null,
    media_type varchar,
    charset varchar,
    byte_count bigint,
    sha256 varchar,
    load_run_id bigint not null,
    rules varchar
);
