-- What lists of studies and measurements are narrowed to leads into an index that has their order.

create index verdict_of_study on verdict (replicate_study_id, judged_at, id) where replicate_study_id is not null;
create index on replicate_study (run_id, performed_at, id);
drop index replicate_study_sample_id_idx;
create index on replicate_study (sample_id, performed_at, id);

drop index measurement_reagent_lot_id_idx;
create index on measurement (reagent_lot_id, measured_at, id) where reagent_lot_id is not null;
drop index measurement_instrument_id_idx;
create index on measurement (instrument_id, measured_at, id) where instrument_id is not null;
