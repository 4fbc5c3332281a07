-- JNSAの分類による原因別件数と割合
-- Causes in the classes of JNSA, with shares
-- As in the JNSA yearly table, to compare with it; an incident without a cause is left out of the share.
select
    name_ja,
    name_en,
    n,
    share,
    n_known,
    persons
from incidents_by_cause_class
where scheme = 'jnsa' and n > 0
order by n desc, sort_order
