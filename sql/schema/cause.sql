-- Causes of incidents
-- Grain: one row per cause, from seeds/cause.csv.
-- Columns:
--   cause_group: external_attack, human_error, insider, system_fault, loss_theft, other
--   veris_action: action and variety of VERIS 1.4.1, such as error.Misdelivery
--   jnsa_cause: class of the JNSA survey of 2018
--   specificity: 0 to 5; of two causes equally well supported, the finer one counts
create table if not exists cause (
    cause_code varchar not null,
    name_ja varchar not null,
    name_en varchar not null,
    cause_group varchar not null,
    veris_action varchar not null,
    jnsa_cause varchar not null,
    specificity integer not null,
    sort_order integer not null
);
