-- What each run of a study says of a variant: called, absent, of too low depth.

alter table replicate_study_variant add column states text[];
alter table replicate_study_variant add check (states is null or cardinality(states) = cardinality(values));
