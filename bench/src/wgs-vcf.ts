import { BgzfWriter } from "@touchstone/formats";

const CONTIGS = 24;
const CONTIG_LENGTH = 250_000_000;
const BASES = "ACGT";
/** Lines collected before each write, since a promise a record costs more than the record. */
const LINES_A_WRITE = 1000;

const HEADER = [
  "##fileformat=VCFv4.2",
  '##FILTER=<ID=LowQual,Description="Low quality">',
  ...Array.from({ length: CONTIGS }, (_, i) => `##contig=<ID=chr${i + 1},length=${CONTIG_LENGTH}>`),
  ...["AC", "MLEAC"].map((id) => `##INFO=<ID=${id},Number=A,Type=Integer,Description="${id}">`),
  ...["AF", "MLEAF"].map((id) => `##INFO=<ID=${id},Number=A,Type=Float,Description="${id}">`),
  ...["AN", "DP"].map((id) => `##INFO=<ID=${id},Number=1,Type=Integer,Description="${id}">`),
  ...["BaseQRankSum", "ExcessHet", "FS", "MQ", "MQRankSum", "QD", "ReadPosRankSum", "SOR"].map(
    (id) => `##INFO=<ID=${id},Number=1,Type=Float,Description="${id}">`,
  ),
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth by allele">',
  '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">',
  '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype quality">',
  '##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Genotype likelihoods">',
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tSAMPLE\n",
].join("\n");

/**
 * Writes a BGZF VCF of `records` records in the shape of a genome called by GATK: one sample, about 230 bytes a
 * line, 13% indels, 1% MNPs, some multi-allelic and complex ones. The same records each time.
 */
export async function writeWgsVcf(path: string, records: number): Promise<void> {
  const writer = await BgzfWriter.create(path);
  await writer.write(HEADER);
  const random = linearCongruential(20_240_611);
  const step = Math.floor((CONTIG_LENGTH * CONTIGS) / records);
  let position = 0;
  let contig = 1;
  let lines: string[] = [];
  for (let i = 0; i < records; i++) {
    position += 1 + random(2 * step - 1);
    if (position > CONTIG_LENGTH - 100) {
      position = 1;
      contig = Math.min(CONTIGS, contig + 1);
    }
    lines.push(`chr${contig}\t${position}\t.\t${site(random)}\n`);
    if (lines.length < LINES_A_WRITE && i < records - 1) continue;
    await writer.write(lines.join(""));
    lines = [];
  }
  await writer.close();
}

/** A generator of integers below its argument; the constants are those of Numerical Recipes' `ranqd1`. */
function linearCongruential(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

type Random = (limit: number) => number;

/** REF to the sample's column. */
function site(random: Random): string {
  const { ref, alts } = alleles(random);
  const genotype =
    alts.length > 1 ? "1/2" : ["0/1", "0/1", "0/1", "1/1", "1/1", "./."][random(100) === 0 ? 5 : random(5)];
  const depth = 10 + random(50);
  const signed = (limit: number) => ((random(2 * limit) - limit) / 1000).toFixed(3);
  const each = (value: string) => alts.map(() => value).join(",");
  const info = [
    `AC=${each("1")};AF=${each("0.500")};AN=2;BaseQRankSum=${signed(3000)};DP=${depth};ExcessHet=3.0103`,
    `FS=${(random(20_000) / 1000).toFixed(3)};MLEAC=${each("1")};MLEAF=${each("0.500")};MQ=60.00;MQRankSum=0.000`,
    `QD=${(random(3000) / 100).toFixed(2)};ReadPosRankSum=${signed(3000)};SOR=${(random(3000) / 1000).toFixed(3)}`,
  ];
  const half = depth >> 1;
  const counts = [depth - half, ...alts.map(() => Math.floor(half / alts.length))].join(",");
  const likelihoods = alts.length > 1 ? "900,400,380,400,0,380" : `${random(900)},0,${random(900)}`;
  const quality = (20 + random(300_000) / 100).toFixed(2);
  const filter = random(50) === 0 ? "LowQual" : "PASS";
  return [
    ...[ref, alts.join(","), quality, filter, info.join(";"), "GT:AD:DP:GQ:PL"],
    `${genotype}:${counts}:${depth}:${random(100)}:${likelihoods}`,
  ].join("\t");
}

function alleles(random: Random): { ref: string; alts: string[] } {
  const ref = BASES[random(4)];
  const other = (base: string) => BASES[(BASES.indexOf(base) + 1 + random(3)) % 4];
  const sequence = (length: number) => Array.from({ length }, () => BASES[random(4)]).join("");
  const kind = random(1000);
  if (kind < 65) return { ref, alts: [ref + sequence(1 + random(12))] };
  if (kind < 130) return { ref: ref + sequence(1 + random(12)), alts: [ref] };
  if (kind < 140) return { ref: `${ref}A`, alts: [`${other(ref)}C`] };
  if (kind < 150) return { ref, alts: [other(ref), ref + sequence(2)] };
  if (kind < 160) return { ref: "A", alts: ["C", "G"] };
  if (kind < 163) return { ref: `${ref}AC`, alts: [`${other(ref)}TGTT`] };
  return { ref, alts: [other(ref)] };
}
