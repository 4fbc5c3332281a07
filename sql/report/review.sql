-- Facts to look at first: those read with the least confidence
-- Grain: one row per incident and field, fifty at most; timeline events are left out.
select
    evidence.incident_id, any_value(incident.title) as title, evidence.field, any_value(evidence.value) as value,
    arg_max(evidence.quote, (evidence.confidence, evidence.fact_id)) as quote, arg_max(evidence.rule, (evidence.confidence, evidence.fact_id)) as rule, max(evidence.confidence) as confidence
from evidence
join incident using (incident_id)
where evidence.is_chosen and not starts_with(evidence.field, 'timeline_event:')
group by evidence.incident_id, evidence.field
having max(evidence.confidence) < 0.6
order by confidence, evidence.incident_id, evidence.field
limit 50
