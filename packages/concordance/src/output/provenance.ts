import { type FileIdentity, identifyFile } from "@touchstone/formats";
import type { ComparisonOptions } from "../options.ts";
import { touchstoneVersion } from "../version.ts";
import type { ContigDigest } from "./reference-digests.ts";

/** Contents of P.provenance.json: what is needed to repeat the comparison and to recognise its inputs. */
export interface ComparisonProvenance {
  readonly schema: "touchstone/comparison-provenance/1";
  readonly touchstone: string;
  readonly node: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly inputs: {
    readonly truth: FileIdentity & { readonly sample: string | null };
    readonly query: FileIdentity & { readonly sample: string | null };
    readonly regions: FileIdentity | null;
    readonly targets: FileIdentity | null;
    readonly stratifications: FileIdentity | null;
    /** The BED file of each stratum. */
    readonly strata: readonly (FileIdentity & { readonly name: string })[];
    /** By contig, for those compared. */
    readonly reference: { readonly path: string; readonly contigs: readonly ContigDigest[] };
  };
  /** Options that results depend on. */
  readonly options: {
    readonly match: string;
    readonly phase: string;
    readonly ploidy: string;
    readonly allRecords: boolean;
    readonly scoreField: string;
    readonly refMismatch: string;
    readonly renameContigs: boolean;
  };
}

/** What has to be known beside the options. */
export interface ProvenanceFacts {
  readonly truthSample: string | null;
  readonly querySample: string | null;
  readonly scoreField: string;
  readonly startedAt: Date;
  readonly contigs: readonly ContigDigest[];
  readonly strata: readonly (FileIdentity & { readonly name: string })[];
}

/** Hashes the inputs and puts their identity together with the options and versions. */
export function comparisonProvenance(options: ComparisonOptions, facts: ProvenanceFacts): ComparisonProvenance {
  const { match, phase, ploidy, allRecords, refMismatch, renameContigs } = options;
  const identity = (path: string | undefined): FileIdentity | null => (path === undefined ? null : identifyFile(path));
  return {
    schema: "touchstone/comparison-provenance/1",
    touchstone: touchstoneVersion(),
    node: process.version,
    startedAt: facts.startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    inputs: {
      truth: { ...identifyFile(options.truth), sample: facts.truthSample },
      query: { ...identifyFile(options.query), sample: facts.querySample },
      regions: identity(options.regions),
      targets: identity(options.targets),
      stratifications: identity(options.stratifications),
      strata: facts.strata,
      reference: { path: options.reference, contigs: facts.contigs },
    },
    options: { match, phase, ploidy, allRecords, scoreField: facts.scoreField, refMismatch, renameContigs },
  };
}
