-- By what a run was judged is found without reading the verdicts on its measurements.

create index verdict_with_basis on verdict (run_id) where superseded_at is null and baseline_ids is not null;
