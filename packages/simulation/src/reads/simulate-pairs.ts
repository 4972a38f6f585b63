import type { Individual } from "../individual/individual.ts";
import { spellHaplotype } from "../individual/spell-haplotype.ts";
import type { Random } from "../random/random.ts";
import type { Contig } from "../reference/contig.ts";
import { type Cluster, Lane } from "./flow-cell.ts";
import { type Fragment, FragmentSource, type HaplotypeSequence } from "./fragment-source.ts";
import { QualitySource } from "./quality-model.ts";
import { checkReadOptions, type ReadOptions } from "./read-options.ts";
import { type Read, Sequencer } from "./sequence-fragment.ts";

/** Two reads of one molecule. */
export interface ReadPair {
  /** 1-based. */
  readonly lane: number;
  readonly cluster: Cluster;
  readonly first: Read;
  readonly second: Read;
  /** Where they come from: never written to a FASTQ. */
  readonly fragment: Fragment;
  /** How the molecule came to be read more than once; null the first time. */
  readonly duplicate: "pcr" | "optical" | null;
}

/** Molecules that PCR may have copied: as many of the latest as memory should hold. */
const COPIED_MOLECULES = 8192;
const UNKNOWN = "N".charCodeAt(0);

/**
 * Read pairs of both haplotypes and both strands of an individual, one by one; memory holds the haplotypes and little else.
 *
 * @throws SimulationError `TS_SIMULATION_INVALID` for options out of range, and where the reference has no place for fragments.
 */
export function* simulatePairs(
  random: Random,
  contigs: readonly Contig[],
  individual: Individual,
  options: ReadOptions,
): Generator<ReadPair> {
  checkReadOptions(options);
  const fragments = new FragmentSource(random, haplotypesOf(contigs, individual), options);
  const sequencer = new Sequencer(random, new QualitySource(random, options.readLength), options.readLength);
  const lanes = Array.from({ length: options.lanes }, () => new Lane(random));
  const molecules: Fragment[] = [];
  for (let left = pairCount(contigs, options), drawn = 0; left > 0; left--) {
    const lane = random.between(1, lanes.length);
    const { fragment, cluster, duplicate } = nextMolecule(random, options, lanes[lane - 1], molecules, fragments);
    if (duplicate === null) molecules[drawn++ % COPIED_MOLECULES] = fragment;
    const [first, second] = sequencer.read(fragment, lane);
    yield { lane, cluster, first, second, fragment, duplicate };
  }
}

/** Read pairs that give the depth asked for. */
export function pairCount(contigs: readonly Contig[], { depth, readLength }: ReadOptions): number {
  const known = contigs.reduce((sum, { bases }) => sum + bases.filter((base) => (base & 0xdf) !== UNKNOWN).length, 0);
  return Math.round((depth * known) / (2 * readLength));
}

function haplotypesOf(contigs: readonly Contig[], { calls }: Individual): HaplotypeSequence[] {
  return contigs.flatMap(({ name, bases }) =>
    ([0, 1] as const).map((haplotype) => ({
      contig: name,
      haplotype,
      bases: spellHaplotype(bases, calls.get(name) ?? [], haplotype),
    })),
  );
}

function nextMolecule(
  random: Random,
  { duplicateShare, opticalShare }: ReadOptions,
  lane: Lane,
  molecules: readonly Fragment[],
  fragments: FragmentSource,
): Pick<ReadPair, "fragment" | "cluster" | "duplicate"> {
  if (molecules.length > 0 && random.chance(duplicateShare)) {
    const neighbour = random.chance(opticalShare) ? lane.neighbour() : null;
    if (neighbour !== null) {
      const { fragment } = neighbour;
      return { fragment, cluster: lane.addNear(fragment, neighbour.cluster), duplicate: "optical" };
    }
    const fragment = random.pick(molecules);
    return { fragment, cluster: lane.add(fragment), duplicate: "pcr" };
  }
  const fragment = fragments.draw();
  return { fragment, cluster: lane.add(fragment), duplicate: null };
}
