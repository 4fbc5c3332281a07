-- Documents that could not be taken, in whole or in part
-- Grain: one row per document, the newest run first, two hundred at most.
select path, reason_code, reason, load_run_id
from rejected_document
order by load_run_id desc, path, reason_code
limit 200
