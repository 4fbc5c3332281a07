-- 四半期ごとの原因別件数
-- Incidents by quarter and kind of cause
select
    year(reference_on)::integer as year,
    quarter(reference_on)::integer as quarter,
    count(*) filter (cause_group = 'external_attack') as external_attack,
    count(*) filter (cause_group = 'human_error') as human_error,
    count(*) filter (cause_group = 'insider') as insider,
    count(*) filter (cause_group = 'system_fault') as system_fault,
    count(*) filter (cause_group = 'loss_theft') as loss_theft,
    count(*) filter (cause_group = 'other' or cause_group is null) as other_or_unknown,
    count(*) as n
from incident_wide
where reference_precision in ('day', 'month')
group by all
order by year, quarter
