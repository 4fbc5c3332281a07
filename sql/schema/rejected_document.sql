-- Inputs, or parts of them, that could not be taken: kept and shown
-- Grain: one row per path, content and reason; gone when the path loads with other content.
-- Columns:
--   path: where it was read
--   sha256: hash of its bytes, hex; NULL where they could not be read
--   reason_code: empty, binary, unreadable, missing, undecodable, no_post, too_large, broken, unsafe
--   reason: what is wrong and, where known, what to try
--   load_run_id: the run that first met it
create table if not exists rejected_document (
    path varchar not null,
    sha256 varchar,
    reason_code varchar not null,
    reason varchar not null,
    load_run_id bigint not null
);
