import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { ComparisonOptions } from "../options.ts";
import { touchstoneVersion } from "../version.ts";
import type { ContigDigest } from "./reference-digests.ts";

const PIECE = 1 << 20;

/** Identity of an input file. */
export interface InputIdentity {
  readonly path: string;
  readonly sizeBytes: number;
  /** Hexadecimal SHA-256 of the file as it is. */
  readonly sha256: string;
}

/** Contents of P.provenance.json: what is needed to repeat the comparison and to recognise its inputs. */
export interface ComparisonProvenance {
  readonly schema: "touchstone/comparison-provenance/1";
  readonly touchstone: string;
  readonly node: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly inputs: {
    readonly truth: InputIdentity & { readonly sample: string | null };
    readonly query: InputIdentity & { readonly sample: string | null };
    readonly regions: InputIdentity | null;
    readonly targets: InputIdentity | null;
    readonly stratifications: InputIdentity | null;
    /** The BED file of each stratum. */
    readonly strata: readonly (InputIdentity & { readonly name: string })[];
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
  readonly strata: readonly { readonly name: string; readonly path: string }[];
}

/** Hashes the inputs and puts their identity together with the options and versions. */
export function comparisonProvenance(options: ComparisonOptions, facts: ProvenanceFacts): ComparisonProvenance {
  const { match, phase, ploidy, allRecords, refMismatch, renameContigs } = options;
  const identity = (path: string | undefined): InputIdentity | null => (path === undefined ? null : identify(path));
  return {
    schema: "touchstone/comparison-provenance/1",
    touchstone: touchstoneVersion(),
    node: process.version,
    startedAt: facts.startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    inputs: {
      truth: { ...identify(options.truth), sample: facts.truthSample },
      query: { ...identify(options.query), sample: facts.querySample },
      regions: identity(options.regions),
      targets: identity(options.targets),
      stratifications: identity(options.stratifications),
      strata: facts.strata.map(({ name, path }) => ({ name, ...identify(path) })),
      reference: { path: options.reference, contigs: facts.contigs },
    },
    options: { match, phase, ploidy, allRecords, scoreField: facts.scoreField, refMismatch, renameContigs },
  };
}

function identify(path: string): InputIdentity {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(PIECE);
  const descriptor = openSync(path, "r");
  try {
    for (;;) {
      const size = readSync(descriptor, piece, 0, PIECE, null);
      if (size === 0) break;
      hash.update(piece.subarray(0, size));
    }
  } finally {
    closeSync(descriptor);
  }
  return { path, sizeBytes: statSync(path).size, sha256: hash.digest("hex") };
}
