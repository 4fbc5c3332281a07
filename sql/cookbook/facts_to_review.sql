-- 確認したい事実（信頼度の低い読み取り）
-- Facts to look at: decided by a reading of low confidence
-- The least certain of the readings that decided a fact; others may agree with it.
select
    confidence,
    incident_id,
    field,
    value,
    quote,
    rule
from evidence
where is_chosen and field not like 'timeline_event:%'
order by confidence, incident_id, field, quote
limit 30
