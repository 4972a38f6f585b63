import { readBed, readStratifications } from "@touchstone/formats";

/** Reads every BED file of a stratification list and prints the number of merged intervals: the cost that no comparison can save. */
let intervalCount = 0;
for (const { path } of readStratifications(process.argv[2])) {
  for (const { starts } of readBed(path).values()) intervalCount += starts.length;
}
process.stdout.write(`${intervalCount}\n`);
