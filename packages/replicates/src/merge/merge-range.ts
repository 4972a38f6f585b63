import { type FastaReader, RegionSweep, type VcfColumns } from "@touchstone/formats";
import { Observation } from "../accumulate/observation.ts";
import { hashNumbers, hashText } from "../accumulate/point-sample.ts";
import { RunState } from "../accumulate/run-state.ts";
import { PartialTally } from "../accumulate/tally.ts";
import { VariantCells } from "../accumulate/variant-cells.ts";
import { VariantRows } from "../output/variant-rows.ts";
import { AlleleExtractor, type RunRecords } from "../read/extract-alleles.ts";
import { loadRange } from "../read/load-range.ts";
import type { RunFile } from "../read/run-file.ts";
import type { AlleleList } from "../variants/allele-list.ts";
import { compareAlleles } from "../variants/compare-alleles.ts";
import type { ContigBases } from "../variants/normalise.ts";
import { orderAlleles, refuseDuplicates } from "../variants/order-alleles.ts";
import { selectContig } from "../variants/select-contig.ts";
import { variantType } from "../variants/variant-type.ts";
import { Carriage, consensusZygosity } from "../variants/zygosity.ts";
import type { RangeResult, RangeSettings, RangeTask, RunCounts } from "./range-task.ts";

/** Files of a comparison as one thread has them open. */
export interface RangeFiles {
  readonly runs: readonly RunFile[];
  /** One a run, used again for each range. */
  readonly columns: readonly VcfColumns[];
  readonly reference: FastaReader | null;
}

/**
 * Merges the runs over one range: each variant that some run calls becomes a row and part of the sums.
 *
 * @throws FormatError and ReplicatesError, with file and line, for records that cannot be used
 */
export function mergeRange(files: RangeFiles, task: RangeTask, settings: RangeSettings): RangeResult {
  const contig = selectContig(files.reference, task.contig);
  const loaded = files.runs.map((run, number) => loadRange(run, task, files.columns[number]));
  const counts: RunCounts[] = [];
  const records = files.runs.map((run, number) => {
    const extractor = new AlleleExtractor(run, settings);
    const read = extractor.extract(loaded[number], contig, task.from, task.to);
    orderAlleles(read.alleles);
    refuseDuplicates(read.alleles, run, loaded[number], task.contig);
    const { position: readFrom, end: readTo } = loaded[number];
    counts.push({ sources: extractor.sources, unresolved: extractor.unresolved, readFrom, readTo });
    return read;
  });
  const merge = new RangeMerge(records, contig, task, settings);
  merge.run();
  return { ...merge.finish(), runs: counts };
}

class RangeMerge {
  readonly #runs: readonly AlleleList[];
  readonly #records: readonly RunRecords[];
  readonly #contig: ContigBases | null;
  readonly #task: RangeTask;
  readonly #settings: RangeSettings;
  readonly #cells: VariantCells;
  readonly #tally: PartialTally;
  readonly #rows: VariantRows;
  readonly #observation: Observation;
  readonly #regions: RegionSweep | null;
  /** Hash of the contig's name, in which sampled variants differ from those of other contigs. */
  readonly #seed: number;
  /** Place of each run's next allele in its order. */
  readonly #next: Int32Array;
  /** Number of the allele that each run has of the variant being merged; -1 for none. */
  readonly #matched: Int32Array;
  #variants = 0;

  constructor(records: readonly RunRecords[], contig: ContigBases | null, task: RangeTask, settings: RangeSettings) {
    this.#records = records;
    this.#runs = records.map(({ alleles }) => alleles);
    this.#contig = contig;
    this.#task = task;
    this.#settings = settings;
    this.#cells = new VariantCells(settings.vafBins);
    this.#tally = new PartialTally(records.length, this.#cells.count, settings.samplePoints);
    const binNames = Array.from({ length: this.#cells.noBin + 1 }, (_, bin) => this.#cells.binName(bin));
    this.#rows = new VariantRows(task.contig, binNames, settings.compressionLevel);
    this.#observation = new Observation(records.length);
    this.#regions = task.regions === null ? null : new RegionSweep(task.regions);
    this.#seed = hashText(task.contig) ^ settings.seed;
    this.#next = new Int32Array(records.length);
    this.#matched = new Int32Array(records.length);
  }

  /** Takes the first variant of all runs until none is left. */
  run(): void {
    for (;;) {
      const lead = this.#matchNext();
      if (lead < 0) return;
      const alleles = this.#runs[lead];
      const allele = this.#matched[lead];
      const start = alleles.start[allele];
      if (start >= this.#task.to) return;
      if (start < this.#task.from || !this.#isCalled()) continue;
      if (this.#regions !== null && !this.#regions.overlaps(start, start + alleles.deleted[allele])) continue;
      this.#add(alleles, allele);
    }
  }

  finish(): Omit<RangeResult, "runs"> {
    return { blocks: this.#rows.finish(), part: this.#tally.finish(), variants: this.#variants };
  }

  /** Fills `#matched` with the next variant; returns the first run that has it, -1 at the end. */
  #matchNext(): number {
    const runs = this.#runs;
    let lead = -1;
    for (let run = 0; run < runs.length; run++) {
      const alleles = runs[run];
      this.#matched[run] = -1;
      if (this.#next[run] >= alleles.count) continue;
      const allele = alleles.order[this.#next[run]];
      const order = lead < 0 ? -1 : compareAlleles(alleles, allele, runs[lead], this.#matched[lead]);
      if (order > 0) continue;
      if (order < 0) {
        for (let earlier = 0; earlier < run; earlier++) this.#matched[earlier] = -1;
        lead = run;
      }
      this.#matched[run] = allele;
    }
    for (let run = 0; run < runs.length; run++) if (this.#matched[run] >= 0) this.#next[run]++;
    return lead;
  }

  #isCalled(): boolean {
    for (let run = 0; run < this.#runs.length; run++) {
      if (this.#matched[run] >= 0 && this.#runs[run].called[this.#matched[run]] === 1) return true;
    }
    return false;
  }

  #add(alleles: AlleleList, allele: number): void {
    const { leastCvMean } = this.#settings;
    const observation = this.#observation;
    const start = alleles.start[allele];
    const deleted = alleles.deleted[allele];
    const inserted = alleles.inserted[allele];
    let het = 0;
    let hom = 0;
    observation.clear();
    for (let run = 0; run < this.#runs.length; run++) {
      const matched = this.#matched[run];
      if (matched < 0) this.#observeBlock(run, start, deleted);
      else this.#observeAllele(run, matched);
      if (observation.calls[run] === 0) continue;
      const carriage = this.#runs[run].carriage[matched];
      if (carriage === Carriage.het) het++;
      if (carriage === Carriage.hom) hom++;
    }
    observation.summarise(this.#settings.includeImputed);
    const type = variantType(deleted, inserted);
    const zygosity = consensusZygosity(het, hom);
    const bin = observation.measured === 0 ? this.#cells.noBin : this.#cells.binOf(observation.mean);
    const cell = this.#cells.cellOf(zygosity, bin, type);
    const hasCv = this.#tally.add(cell, observation, het > 0 && hom > 0, leastCvMean);
    const cv = hasCv ? Math.sqrt(observation.variance) / observation.mean : Number.NaN;
    if (hasCv) {
      const { binomialVariance, mean } = observation;
      const floor = binomialVariance < 0 ? -1 : Math.sqrt(binomialVariance) / mean;
      this.#tally.addCv(cell, observation.measured, cv, floor);
    }
    const content = (deleted << 16) ^ (inserted << 8) ^ (inserted > 0 ? alleles.insertedBase(allele, 0) : 0);
    this.#samplePoint(hashNumbers(this.#seed, this.#settings.seed, start, content), cell, cv);
    this.#rows.add(alleles, allele, this.#contig, { zygosity, bin, type }, observation);
    this.#variants++;
  }

  #observeAllele(run: number, allele: number): void {
    const observation = this.#observation;
    const alleles = this.#runs[run];
    const isCalled = alleles.called[allele];
    const depth = alleles.depth[allele];
    observation.calls[run] = isCalled;
    if (depth < 0) {
      observation.states[run] = isCalled === 1 ? RunState.noDepth : RunState.absent;
      return;
    }
    observation.depths[run] = depth;
    observation.values[run] = alleles.fraction[allele];
    if (depth < this.#settings.minimumDepth) observation.states[run] = RunState.lowDepth;
    else observation.states[run] = isCalled === 1 ? RunState.called : RunState.recorded;
  }

  #observeBlock(run: number, start: number, deleted: number): void {
    const { blocks } = this.#records[run];
    if (blocks.count === 0) return;
    const depth = blocks.depthOver(start, start + deleted);
    if (depth < 0) return;
    const observation = this.#observation;
    observation.depths[run] = depth;
    observation.values[run] = 0;
    observation.states[run] = depth < this.#settings.minimumDepth ? RunState.lowDepth : RunState.imputed;
  }

  #samplePoint(hash: number, cell: number, cv: number): void {
    const observation = this.#observation;
    if (observation.measured < 2 || !this.#tally.sample.wants(hash)) return;
    const { mean, meanDepth: depth } = observation;
    this.#tally.sample.add({ hash, cell, values: observation.usedValues(), mean, cv, depth });
  }
}
