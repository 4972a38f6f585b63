import { FastaReader, type OutputFiles, openSpooled } from "@touchstone/formats";
import type { ComparisonOptions } from "../options.ts";
import { requireScoreField, type ScoreField } from "../range/scores.ts";
import { ContigNames } from "./contig-names.ts";
import { type OpenCallSet, openCallSet } from "./open-call-set.ts";

/** Inputs of a comparison, open and checked; regions are loaded later. */
export interface OpenInputs {
  readonly truth: OpenCallSet;
  readonly query: OpenCallSet;
  readonly reference: FastaReader;
  readonly contigNames: ContigNames;
}

/**
 * Opens the call sets and the reference and checks them against each other.
 *
 * @param opened gets every file that the caller has to close, also when a later one cannot be opened
 * @throws FormatError and ConcordanceError, as openCallSet and requireScoreField
 */
export async function openInputs(
  options: ComparisonOptions,
  scoreField: ScoreField,
  files: OutputFiles,
  opened: { close(): void }[],
): Promise<OpenInputs> {
  const reference = await openSpooled(options.reference, files.temporaryPath(".reference.fa"), FastaReader.open);
  opened.push(reference);
  const names = new ContigNames(
    reference.contigs.map(({ name }) => name),
    options.renameContigs,
  );
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
  return { truth, query, reference, contigNames: names };
}

/** Contigs on which one side has records, by number. */
export function comparedContigs({ truth, query }: OpenInputs): number[] {
  return [...new Set([...truth.spans.keys(), ...query.spans.keys()])].sort((first, second) => first - second);
}
