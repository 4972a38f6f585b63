import { normal, type Random } from "@touchstone/simulation";

const CONTIG = "chrT";
const BASES = "ACGT";
const CALLS = 4000;
const SPACING = 2;
const FIRST = 2;
/** Every fifth call is a bad one; every second good one is known. */
const [BAD, KNOWN] = [5, 2];

/** Means and standard deviations of annotations of good and of bad calls. */
const ANNOTATIONS: Readonly<Record<string, Readonly<Record<"good" | "bad", readonly [mean: number, sd: number]>>>> = {
  QD: { good: [22, 3], bad: [4, 1.5] },
  FS: { good: [2, 0.6], bad: [40, 8] },
  SOR: { good: [0.8, 0.15], bad: [4, 0.6] },
  MQ: { good: [59.8, 0.3], bad: [45, 3] },
};

/** Calls of which every fifth has bad annotations, and the known half of the good ones, as two VCFs. */
export function recalibrationVcfs(random: Random, reference: string): { calls: string; truth: string } {
  const calls: string[] = [];
  const truth: string[] = [];
  for (let number = 1; number <= CALLS; number++) {
    const position = FIRST + SPACING * number;
    const ref = reference[position - 1] as string;
    const site = [CONTIG, position, ".", ref, BASES[(BASES.indexOf(ref) + 1) % BASES.length]];
    const isBad = number % BAD === 0;
    const info = Object.entries(ANNOTATIONS).map(([key, of]) => {
      const [mean, sd] = of[isBad ? "bad" : "good"];
      return `${key}=${(mean + sd * normal(random)).toFixed(3)}`;
    });
    calls.push([...site, "500", ".", info.join(";"), "GT", "0/1"].join("\t"));
    if (!isBad && number % KNOWN === 0) truth.push([...site, ".", ".", "."].join("\t"));
  }
  const head = ["##fileformat=VCFv4.2", `##contig=<ID=${CONTIG},length=${reference.length}>`];
  const fields = Object.keys(ANNOTATIONS).map((key) => `##INFO=<ID=${key},Number=1,Type=Float,Description="${key}">`);
  const genotype = '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">';
  const columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"].join("\t");
  return {
    calls: [...head, ...fields, genotype, `${columns}\tFORMAT\tA`, ...calls, ""].join("\n"),
    truth: [...head, columns, ...truth, ""].join("\n"),
  };
}
