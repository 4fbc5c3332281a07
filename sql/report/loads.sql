-- Loads
-- Grain: one row per committed run, the newest first, twenty at most.
select
    load_run_id, strftime(finished_at, '%Y-%m-%d %H:%M') as finished_at, tool_version,
    documents_seen, documents_loaded, documents_unchanged, documents_rejected, posts, incidents
from load_run
order by load_run_id desc
limit 20
