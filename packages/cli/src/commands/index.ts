import type { CommandEntry } from "../command.ts";

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: "compare",
    summary: "compare a query VCF with a truth VCF, haplotype-aware",
    load: () => import("./compare.ts"),
  },
  {
    name: "reproducibility",
    summary: "compare VAFs, or other measurements, of replicate runs",
    load: () => import("./reproducibility.ts"),
  },
  {
    name: "measure",
    summary: "read the VAFs of monitored variants out of a call set, as a table of measurements",
    load: () => import("./measure.ts"),
  },
  {
    name: "identity",
    summary: "check that samples are who a samplesheet says, by their genotypes and the depth of X and Y",
    load: () => import("./identity.ts"),
  },
  {
    name: "baseline",
    summary: "make, show and approve the control measurements that limits come from",
    load: () => import("./baseline.ts"),
  },
  {
    name: "monitor",
    summary: "judge control measurements by an approved baseline and control rules",
    load: () => import("./monitor.ts"),
  },
  {
    name: "trend",
    summary: "test a series of values for a decline and project when it crosses a threshold",
    load: () => import("./trend.ts"),
  },
  {
    name: "gate",
    summary: "judge two versions on one truth set: may the candidate replace the one in use?",
    load: () => import("./gate.ts"),
  },
  {
    name: "report",
    summary: "write results as a page for people: self-contained HTML that prints",
    load: () => import("./report.ts"),
  },
  {
    name: "verify",
    summary: "check this installation's statistics against reference cases",
    load: () => import("./verify.ts"),
  },
  {
    name: "assay",
    summary: "check, add and approve the definition of an assay: its limits, rules and where each number comes from",
    load: () => import("./assay.ts"),
  },
  {
    name: "truth",
    summary: "list, fetch and check public truth sets and stratifications",
    load: () => import("./truth.ts"),
  },
  {
    name: "serve",
    summary: "serve the records: REST API and live events, in one process on one folder",
    load: () => import("./serve.ts"),
  },
  {
    name: "ingest",
    summary: "record results that are there: comparisons, measurements, studies of replicates, traces of Nextflow",
    load: () => import("./ingest.ts"),
  },
  {
    name: "run",
    summary: "run a pipeline with Nextflow: checked before, followed live, recorded and judged",
    load: () => import("./run.ts"),
  },
  {
    name: "pipeline",
    summary: "install what pipelines need: Nextflow, GATK and other programs, in exact versions",
    load: () => import("./pipeline.ts"),
  },
  {
    name: "runs",
    summary: "list and show runs",
    load: () => import("./runs.ts"),
  },
  {
    name: "alerts",
    summary: "list, show, acknowledge and resolve alerts",
    load: () => import("./alerts.ts"),
  },
  {
    name: "user",
    summary: "add people, and say what they may do",
    load: () => import("./user.ts"),
  },
  {
    name: "token",
    summary: "make, list and revoke tokens of programs",
    load: () => import("./token.ts"),
  },
  {
    name: "db",
    summary: "make, check, back up and restore the database of records",
    load: () => import("./db.ts"),
  },
  {
    name: "audit",
    summary: "list the audit trail, check that it was not altered, and anchor its end",
    load: () => import("./audit.ts"),
  },
  {
    name: "evidence",
    summary: "check the evidence bundle of a run, without the server",
    load: () => import("./evidence.ts"),
  },
  {
    name: "export",
    summary: "write records as Parquet files for analysis, to a folder or S3",
    load: () => import("./export.ts"),
  },
];
