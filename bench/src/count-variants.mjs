/** Prints the counts of a VCF file as JSON: the program that `vcf-scan.ts` measures. JavaScript, as users run it. */
import { vcfStats } from "@touchstone/formats";

console.log(JSON.stringify(await vcfStats(process.argv[2])));
