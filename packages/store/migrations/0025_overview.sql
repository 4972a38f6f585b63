-- What the overview of all assays and the queues of dispositions read.

-- The last judged run of an assay on an instrument.
create index run_judged on run (assay_id, instrument_id, performed_at, id)
  where proposed_disposition is not null and not is_imported;
-- The last comparison of an assay with a truth set on an instrument.
create index comparison_last on comparison (assay_id, truth_set_id, instrument_id, run_performed_at)
  where superseded_at is null;

-- Leads to the run of a decision, and not to runs that have none: those are read in the order of time.
drop index run_disposition_decision_id_idx;
create index on run (disposition_decision_id) where disposition_decision_id is not null;

-- Runs about which nobody has decided, and released ones that policy would no longer release.
create index run_to_sign on run (performed_at, id) include (assay_id, proposed_disposition)
  where disposition_decision_id is null and not is_imported and proposed_disposition is not null;
create index run_not_judged on run (performed_at, id) include (assay_id, status)
  where disposition_decision_id is null and not is_imported and proposed_disposition is null;
create index run_questioned on run (performed_at, id)
  where disposition = 'released' and proposed_disposition <> 'released';
