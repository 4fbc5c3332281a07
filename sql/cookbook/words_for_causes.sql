-- 原因の判断に使われた原文の語句
-- The words by which causes were told
select
    cause.name_ja,
    cause.name_en,
    evidence.quote,
    evidence.rule,
    count(distinct evidence.incident_id) as n
from evidence
join cause on cause.cause_code = evidence.value
where evidence.field = 'cause_code' and evidence.is_chosen
group by cause.sort_order, cause.name_ja, cause.name_en, evidence.quote, evidence.rule
order by cause.sort_order, n desc, evidence.quote, evidence.rule
