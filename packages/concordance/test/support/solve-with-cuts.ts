import { gunzipSync } from "node:zlib";
import { BGZF_EOF, FastaReader } from "@touchstone/formats";
import { ContigNames } from "../../src/plan/contig-names.ts";
import { type OpenCallSet, openCallSet } from "../../src/plan/open-call-set.ts";
import { type ComparisonRegions, makeTask, type Range } from "../../src/plan/plan-ranges.ts";
import { parseScoreField } from "../../src/range/scores.ts";
import { createRangePool } from "../../src/workers/range-pool.ts";
import { solveRanges } from "../../src/workers/solve-ranges.ts";

/** The one contig of a pair of call sets, ready to be solved in ranges of any size. */
export interface CuttableContig {
  readonly length: number;
  /** Rows of the output, and how many ranges they came from after unsafe cuts were joined. */
  solve(cuts: readonly number[]): Promise<{ readonly rows: string; readonly ranges: number }>;
  close(): void;
}

/** Opens call sets on a single contig, which `solve` cuts at given 0-based positions instead of by file size. */
export async function openCuttable(
  files: { readonly truth: string; readonly query: string; readonly reference: string },
  regions: ComparisonRegions = { confident: null, targets: null, strata: [] },
): Promise<CuttableContig> {
  const reference = FastaReader.open(files.reference);
  const [{ name, length }] = reference.contigs;
  const names = new ContigNames([name], false);
  const open = (role: "truth" | "query") =>
    openCallSet({ path: files[role], role, sample: undefined, match: "genotype", names, spoolPath: "" });
  const [truth, query] = [await open("truth"), await open("query")];
  return {
    length,
    async solve(cuts) {
      const pool = createRangePool(1);
      pool.open(
        { truth: sideOf(truth), query: sideOf(query), reference: reference.path, referenceIndex: reference.index },
        {
          match: "genotype",
          strictPloidy: false,
          respectPhase: false,
          allRecords: false,
          scoreField: parseScoreField("QUAL"),
          compressionLevel: 1,
          check: true,
          indexed: true,
        },
      );
      const blocks: Uint8Array[] = [];
      let taken = 0;
      await solveRanges({
        ranges: rangesBetween(cuts, length),
        pool,
        makeTask: (range) => makeTask(range, name, regions),
        take: (result) => {
          blocks.push(...result.blocks);
          taken++;
        },
      });
      await pool.close();
      return { rows: gunzipSync(Buffer.concat([...blocks, BGZF_EOF])).toString(), ranges: taken };
    },
    close() {
      for (const { file } of [truth, query]) file.close();
      reference.close();
    },
  };
}

function sideOf({ path, textPath, spans, sampleColumn, header }: OpenCallSet) {
  return { path, textPath, spans, sampleColumn, sampleCount: header.samples.length };
}

function rangesBetween(cuts: readonly number[], length: number): Range[] {
  const ends = [...new Set(cuts)].filter((cut) => cut > 0 && cut < length).sort((a, b) => a - b);
  return [...ends, length].map((to, number) => ({ contig: 0, from: number === 0 ? -1 : ends[number - 1], to }));
}
