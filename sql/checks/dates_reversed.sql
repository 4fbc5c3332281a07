-- warn: dates in an order that cannot be
with milestones as (
    select
        incident_id,
        occurred_on,
        period_end(ended_on, ended_precision) as ended_end,
        discovered_on,
        period_end(discovered_on, discovered_precision) as discovered_end,
        period_end(disclosed_on, disclosed_precision) as disclosed_end,
        period_end(regulator_reported_on, regulator_reported_precision) as regulator_reported_end,
        period_end(subjects_notified_on, subjects_notified_precision) as subjects_notified_end
    from incident
)

select incident_id, 'ended before it occurred' as oddity, occurred_on as first_on, ended_end as then_on from milestones where ended_end < occurred_on
union all
select incident_id, 'discovered before it occurred', occurred_on, discovered_end from milestones where discovered_end < occurred_on
union all
select incident_id, 'disclosed before it was discovered', discovered_on, disclosed_end from milestones where disclosed_end < discovered_on
union all
select incident_id, 'disclosed before it occurred', occurred_on, disclosed_end from milestones where disclosed_end < occurred_on
union all
select incident_id, 'a regulator told before it was discovered', discovered_on, regulator_reported_end from milestones where regulator_reported_end < discovered_on
union all
select incident_id, 'persons told before it was discovered', discovered_on, subjects_notified_end from milestones where subjects_notified_end < discovered_on
