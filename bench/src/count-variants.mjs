/**
 * Prints the counts of a VCF file as JSON: the program that `vcf-scan.ts` measures. JavaScript, as users run it.
 *
 *     node count-variants.mjs FILE [--no-genotypes]
 */
import { vcfStats } from "@touchstone/formats";

const [path, flag] = process.argv.slice(2);
console.log(JSON.stringify(await vcfStats(path, flag === "--no-genotypes" ? { sample: null } : {})));
