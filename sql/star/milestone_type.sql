-- The milestones of an incident and the types of event they come from
-- Grain: one row per milestone.
-- Columns:
--   field: column of incident
--   milestone: the same without _on
--   event_type_code: the type of event
select milestone || '_on' as field, milestone, event_type_code
from (
    values ('occurred', 'occurred'), ('ended', 'ended'), ('discovered', 'discovered'), ('disclosed', 'disclosed'),
        ('regulator_reported', 'reported_regulator'), ('police_reported', 'reported_police'), ('subjects_notified', 'notified_subjects')
) as pair (milestone, event_type_code)
