-- Every run of the ETL that was committed
-- Grain: one row per committed run; the only table that changes when the same input is loaded twice.
-- Columns:
--   load_run_id: 1, 2, 3 … in the order of the runs
--   started_at: when the run began (UTC)
--   finished_at: when the run was about to commit (UTC)
--   tool_version: version of jikenbo that ran
--   documents_seen: distinct documents that the run came upon
--   documents_loaded: documents written by the run, new or changed (documents_inserted + documents_updated)
--   documents_inserted: documents at a path that was not known before
--   documents_updated: documents whose path was known with other content, which they replace
--   documents_unchanged: documents skipped because path and content are known
--   documents_removed: documents taken out because their file is gone or no longer readable as what it was
--   documents_rejected: documents of which nothing, or not everything, could be taken
--   posts: posts in the database when the run ended
--   incidents: incidents in the database when the run ended
create table if not exists load_run (
    load_run_id bigint not null,
    started_at timestamp not null,
    finished_at timestamp not null,
    tool_version varchar not null,
    documents_seen bigint not null,
    documents_loaded bigint not null,
    documents_inserted bigint not null,
    documents_updated bigint not null,
    documents_unchanged bigint not null,
    documents_removed bigint not null,
    documents_rejected bigint not null,
    posts bigint not null,
    incidents bigint not null
);
