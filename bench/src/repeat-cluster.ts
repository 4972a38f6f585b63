import { join } from "node:path";
import { generateRepeatCluster } from "@touchstone/test-support";
import { best, type Measurement } from "./measure.ts";
import { row, tableHead } from "./table.ts";
import { runTouchstone, summaryCounts } from "./touchstone.ts";

const variantCount = 200;

/** Times the comparison of 200 overlapping variants a side in a repeat of 2 kb. */
export async function repeatCluster(options: { readonly runs: number; readonly folder: string }): Promise<void> {
  const inputFolder = join(options.folder, "repeat-cluster");
  const inputs = generateRepeatCluster({ folder: inputFolder, seed: 1, variantCount, repeatLength: 2000 });
  const folder = join(options.folder, "runs", "repeat-cluster");
  const measurements: Measurement[] = [];
  for (let run = 0; run < options.runs; run++) {
    measurements.push(runTouchstone(inputs, folder));
    const { truthTotal, queryTotal } = summaryCounts(folder);
    if (truthTotal !== variantCount || queryTotal !== variantCount) {
      throw new Error(`${truthTotal} truth and ${queryTotal} query records counted, ${variantCount} each generated`);
    }
  }
  console.log(`\n${variantCount} overlapping variants a side in a repeat of 2 kb\n\n${tableHead}`);
  console.log(row("touchstone compare", best(measurements)));
}
