-- For each incident the five that are told in the most similar words
-- Grain: one row per incident and rank 1 to 5; fewer where nothing else is similar. Made by the first report, and anew when incidents have changed.
-- Cosine of the TF-IDF weights of the notices' heaviest words (similar_vector.sql says which).
-- Columns:
--   rank: 1 for the most similar
--   similar_incident_id: the incident that is similar
--   similarity: 0 to 1, where 1 is the same words
--   shared_terms: up to five words that make them similar, the weightiest first
create or replace table similar_incident (
    incident_id varchar not null,
    rank integer not null,
    similar_incident_id varchar not null,
    similarity double not null,
    shared_terms varchar[] not null
);
