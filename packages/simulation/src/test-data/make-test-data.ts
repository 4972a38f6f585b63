import { join, resolve } from "node:path";
import { OutputFiles } from "@touchstone/formats";
import type { AnnotationCacheInput } from "../annotation/build-annotation-cache.ts";
import type { Individual } from "../individual/individual.ts";
import { drawIndividual, generatePopulation, type Population } from "../individual/population.ts";
import { type DroppedRecord, readIndividual } from "../individual/read-individual.ts";
import { writeTruth } from "../individual/write-truth.ts";
import { randomOf } from "../random/random-of.ts";
import { defaultReadOptions, type ReadOptions } from "../reads/read-options.ts";
import { writeReads } from "../reads/write-reads.ts";
import type { Contig } from "../reference/contig.ts";
import { cutReference, type ReferencePiece } from "../reference/cut-reference.ts";
import { generateContig } from "../reference/generate-contig.ts";
import { writeReference } from "../reference/write-reference.ts";
import { assayDefinition } from "./assay-definition.ts";
import { confidentRegions } from "./confident-regions.ts";
import { geneModels } from "./gene-models.ts";
import { writeIdentitySites, writeKnownSites } from "./known-sites.ts";
import { writeMonitoredVariants } from "./monitored-variants.ts";
import { parameters } from "./parameters.ts";
import { INSTRUMENT, type Library, sampleSheet } from "./sample-sheet.ts";

/** Real sequence to make test data of, instead of generated sequence. */
export interface RealPiece extends ReferencePiece {
  /** FASTA with the contig. */
  readonly reference: string;
  /** VCF whose first sample is the individual. */
  readonly truth: string;
}

export interface TestDataOptions {
  /** Is made where it is missing; files of the same names are replaced. */
  readonly folder: string;
  /** 1 by default. The same seed gives the same bytes in every file but `params.yaml`, which names the folder. */
  readonly seed?: number;
  /** By default a reference of 200 kb is generated. */
  readonly piece?: RealPiece;
  /** Sequencings of the individual; 2 by default. */
  readonly replicates?: number;
  /** What differs from `defaultReadOptions`; two lanes by default. */
  readonly reads?: Partial<ReadOptions>;
  /**
   * Builds the annotation cache and returns its folder: `buildAnnotationCache`, or the same with a PATH. Without it the
   * parameters turn annotation off.
   */
  readonly buildAnnotationCache?: (input: AnnotationCacheInput) => Promise<string>;
}

/** Everything that a run of the germline pipeline needs. Paths are absolute. */
export interface TestData {
  readonly folder: string;
  readonly reference: string;
  readonly samplesheet: string;
  /** The same, but for the last replicate, which is somebody else. */
  readonly swappedSamplesheet: string;
  /** Parameters for Nextflow's -params-file, `input` among them. */
  readonly parameters: string;
  readonly truth: string;
  readonly confidentRegions: string;
  /** What the other individual of the swap holds. */
  readonly otherTruth: string;
  readonly knownSites: string;
  readonly identitySites: string;
  readonly monitoredVariants: string;
  readonly genes: string;
  /** Definition of the assay whose limits judge runs on these data. */
  readonly assay: string;
  /** Null when it was not built. */
  readonly annotationCache: string | null;
  /** Records of the given truth that the individual does not hold; also in `dropped.tsv`. */
  readonly dropped: readonly DroppedRecord[];
}

const CONTIG = "chr1";
const LENGTH = 200_000;
/** No segment occurs twice: what is simulated can be placed. */
const COPY_SHARE = 0;
/** Bases from one site where people differ to the next. */
const SITE_DISTANCE = 250;
const SAMPLE = "SIM1";
const OTHER_SAMPLE = "SIM2";

/**
 * Makes the data of a run of the germline pipeline: a reference, replicates of one individual and one sequencing of another,
 * truth, known sites, an identity panel, monitored variants, gene models, samplesheets and parameters.
 *
 * @throws SimulationError `TS_SIMULATION_INVALID` for options out of range and a truth that is not of the reference;
 * FormatError for input that cannot be read and `TS_OUTPUT_UNWRITABLE`; what `buildAnnotationCache` throws.
 */
export async function makeTestData(options: TestDataOptions): Promise<TestData> {
  const folder = resolve(options.folder);
  const seed = options.seed ?? 1;
  const people = await makePeople(seed, options.piece);
  const files = new OutputFiles(`${folder}/`);
  try {
    writeTables(files, seed, people);
    await writeLibraries(files, seed, people, options);
    files.commit();
  } catch (error) {
    files.discard();
    throw error;
  }
  const data = pathsIn(folder, people.dropped);
  const { genes, reference, knownSites } = data;
  const annotationCache = await options.buildAnnotationCache?.({
    ...{ genes, reference, knownSites },
    folder: join(folder, "annotation"),
  });
  const complete = { ...data, annotationCache: annotationCache ?? null };
  const last = new OutputFiles(`${folder}/`);
  last.write("params.yaml", parameters(complete, seed));
  last.commit();
  return complete;
}

interface People {
  readonly contigs: readonly Contig[];
  readonly population: Population;
  readonly individual: Individual;
  readonly other: Individual;
  readonly dropped: readonly DroppedRecord[];
}

async function makePeople(seed: number, piece: RealPiece | undefined): Promise<People> {
  const random = randomOf(seed, "population");
  const draw = (name: string, population: Population) => drawIndividual(randomOf(seed, name), name, population);
  if (piece === undefined) {
    const contigs = [{ name: CONTIG, bases: generateContig(randomOf(seed, "reference"), LENGTH, COPY_SHARE) }];
    const population = generatePopulation(random, contigs, { meanDistance: SITE_DISTANCE });
    const individual = draw(SAMPLE, population);
    return { contigs, population, individual, other: draw(OTHER_SAMPLE, population), dropped: [] };
  }
  const contigs = [cutReference(piece.reference, piece)];
  const read = await readIndividual(randomOf(seed, "phase"), { path: piece.truth, contigs, piece });
  const individual = { ...read.individual, name: SAMPLE };
  const population = generatePopulation(random, contigs, { meanDistance: SITE_DISTANCE, given: individual.calls });
  return { contigs, population, individual, other: draw(OTHER_SAMPLE, population), dropped: read.dropped };
}

function writeTables(files: OutputFiles, seed: number, people: People): void {
  const { contigs, individual, other, population } = people;
  writeReference(files, "reference.fa", contigs);
  writeTruth(files, "truth.vcf.gz", contigs, individual);
  writeTruth(files, "other-truth.vcf.gz", contigs, other);
  files.write("confident.bed", confidentRegions(contigs, individual));
  files.write("dropped.tsv", droppedTable(people.dropped));
  writeKnownSites(files, "known-sites.vcf.gz", contigs, population, randomOf(seed, "known sites"));
  writeIdentitySites(files, "identity-sites.vcf.gz", contigs, population);
  writeMonitoredVariants(files, "monitored-variants.vcf.gz", contigs, individual);
  files.write("genes.gff3", geneModels(contigs));
  files.write("assay.yaml", assayDefinition());
}

async function writeLibraries(
  files: OutputFiles,
  seed: number,
  { contigs, individual, other }: People,
  { replicates = 2, reads }: TestDataOptions,
): Promise<void> {
  const options = { ...defaultReadOptions, lanes: 2, ...reads };
  const sequence = async (who: Individual, replicate: number): Promise<Library> => {
    const name = `${who.name}_R${replicate}`;
    const ofLibrary = randomOf(seed, `reads of ${name}`).uint32();
    const run = { contigs, individual: who, seed: ofLibrary, options, instrument: INSTRUMENT };
    return { sample: SAMPLE, replicate, lanes: await writeReads(files, name, run) };
  };
  const libraries: Library[] = [];
  for (let replicate = 1; replicate <= replicates; replicate++) libraries.push(await sequence(individual, replicate));
  const swapped = { ...(await sequence(other, 1)), replicate: replicates };
  files.write("samplesheet.csv", sampleSheet(libraries));
  files.write("samplesheet-swapped.csv", sampleSheet([...libraries.slice(0, -1), swapped]));
}

function pathsIn(folder: string, dropped: readonly DroppedRecord[]): Omit<TestData, "annotationCache"> {
  return {
    folder,
    reference: join(folder, "reference.fa"),
    samplesheet: join(folder, "samplesheet.csv"),
    swappedSamplesheet: join(folder, "samplesheet-swapped.csv"),
    parameters: join(folder, "params.yaml"),
    truth: join(folder, "truth.vcf.gz"),
    confidentRegions: join(folder, "confident.bed"),
    otherTruth: join(folder, "other-truth.vcf.gz"),
    knownSites: join(folder, "known-sites.vcf.gz"),
    identitySites: join(folder, "identity-sites.vcf.gz"),
    monitoredVariants: join(folder, "monitored-variants.vcf.gz"),
    genes: join(folder, "genes.gff3"),
    assay: join(folder, "assay.yaml"),
    dropped,
  };
}

function droppedTable(dropped: readonly DroppedRecord[]): string {
  const lines = dropped.map(({ contig, position, ref, alts, reason }) =>
    [contig, position, ref, alts.join(","), reason].join("\t"),
  );
  return `${["contig\tposition\tref\talt\treason", ...lines].join("\n")}\n`;
}
