import { FastaReader } from "@touchstone/formats";
import type { ComparisonOptions } from "../options.ts";
import type { OutputFiles } from "../output/output-files.ts";
import { requireScoreField, type ScoreField } from "../range/scores.ts";
import { ContigNames } from "./contig-names.ts";
import { type LoadedRegions, loadRegions } from "./load-regions.ts";
import { type OpenCallSet, openCallSet } from "./open-call-set.ts";
import { openSpooled } from "./open-spooled.ts";

/** Inputs of a comparison, open and checked. */
export interface OpenInputs {
  readonly truth: OpenCallSet;
  readonly query: OpenCallSet;
  readonly reference: FastaReader;
  readonly regions: LoadedRegions;
}

/**
 * Opens all inputs and checks them against each other.
 *
 * @param opened gets every file that the caller has to close, also when a later one cannot be opened
 * @throws FormatError and ConcordanceError, as openCallSet, loadRegions and requireScoreField
 */
export async function openInputs(
  options: ComparisonOptions,
  scoreField: ScoreField,
  files: OutputFiles,
  opened: { close(): void }[],
): Promise<OpenInputs> {
  const reference = await openSpooled(options.reference, files.temporaryPath(".reference.fa"), FastaReader.open);
  opened.push(reference);
  const referenceNames = reference.contigs.map(({ name }) => name);
  const names = new ContigNames(referenceNames, options.renameContigs);
  const { match } = options;
  const truth = await openCallSet({
    path: options.truth,
    role: "truth",
    sample: options.truthSample,
    match,
    names,
    spoolPath: files.temporaryPath(".truth.vcf"),
  });
  opened.push(truth.file);
  const query = await openCallSet({
    path: options.query,
    role: "query",
    sample: options.querySample,
    match,
    names,
    spoolPath: files.temporaryPath(".query.vcf"),
  });
  opened.push(query.file);
  requireScoreField(scoreField, query);
  return { truth, query, reference, regions: loadRegions(options, referenceNames, names) };
}

/** Contigs on which one side has records, by number. */
export function comparedContigs({ truth, query }: OpenInputs): number[] {
  return [...new Set([...truth.spans.keys(), ...query.spans.keys()])].sort((first, second) => first - second);
}
