import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { binomial, normal, Random } from "@touchstone/simulation";
import { ReferenceOutput } from "./reference-output.ts";
import { TextOutput } from "./text-output.ts";

/** How replicate call sets are generated. */
export interface ReplicatesOptions {
  /** Existing files of the same name are replaced. */
  readonly folder: string;
  readonly seed: number;
  readonly runs: number;
  /** Variants of the truth, over all contigs. */
  readonly variants: number;
  readonly contigs: number;
  /** Bases between two variants, on average; 12 or more. */
  readonly spacing?: number;
  /** Mean of the depth, which is spread evenly over half of it to one and a half of it. */
  readonly depth?: number;
  /** Probability that a run lacks a variant. */
  readonly dropOut?: number;
  /** Standard deviation, between runs, of the fraction that the reads are drawn from. */
  readonly noise?: number;
  /** Share of insertions and deletions. */
  readonly indels?: number;
  /** Share of low-fraction variants; the others are het (2 of 3) and hom. */
  readonly subclonal?: number;
  /** Write a reference and shift indels by chance within their repeats; without, no reference is written. */
  readonly shiftIndels?: boolean;
  /** Write gVCFs: the stretches without variants as reference blocks. */
  readonly gvcf?: boolean;
}

/** What was generated. */
export interface GeneratedReplicates {
  readonly replicates: readonly string[];
  /** Null unless indels are shifted. */
  readonly reference: string | null;
  /** contig, 1-based position, REF, ALT, fraction and zygosity of each variant, left-aligned; tab-separated. */
  readonly truth: string;
  /** Variants that each run has. */
  readonly records: readonly number[];
}

const BASES = "ACGT";
/** Bases of tandem repeat at an indel, and of other sequence around it. */
const REPEAT_UNITS = 6;
const MARGIN = 12;

interface Variant {
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  /** Repeat unit by which the alleles can be shifted to the right, and how often; "" for none. */
  readonly unit: string;
  readonly fraction: number;
  readonly zygosity: "het" | "hom";
}

/**
 * Writes call sets of one sample measured `runs` times: each run draws its reads binomially from the true fraction, loses
 * variants by chance and writes indels in repeats at a random one of their positions. The same options give the same files.
 */
export function generateReplicates(options: ReplicatesOptions): GeneratedReplicates {
  mkdirSync(options.folder, { recursive: true });
  const generator = new ReplicatesGenerator(options);
  return generator.run();
}

class ReplicatesGenerator {
  readonly #options: Required<ReplicatesOptions>;
  readonly #random: Random;
  readonly #runs: RunOutput[];
  readonly #truth: TextOutput;
  readonly #truthPath: string;
  readonly #reference: ReferenceOutput | null;
  readonly #referencePath: string;
  /** Pieces of the contig being written. */
  readonly #bases: string[] = [];

  constructor(options: ReplicatesOptions) {
    this.#options = {
      ...{ spacing: 600, depth: 40, dropOut: 0.01, noise: 0, indels: 0.13, subclonal: 0.05 },
      ...{ shiftIndels: false, gvcf: false },
      ...options,
    };
    this.#random = new Random(options.seed);
    this.#truthPath = join(options.folder, "truth.tsv");
    this.#truth = new TextOutput(this.#truthPath);
    this.#referencePath = join(options.folder, "reference.fa");
    this.#reference = options.shiftIndels === true ? new ReferenceOutput(this.#referencePath) : null;
    const names = contigNames(options.contigs);
    this.#runs = Array.from({ length: options.runs }, (_, number) => {
      return new RunOutput(join(options.folder, `run${number + 1}.vcf.gz`), names, this.#options.gvcf);
    });
  }

  run(): GeneratedReplicates {
    const { contigs, variants } = this.#options;
    const names = contigNames(contigs);
    let left = variants;
    names.forEach((contig, number) => {
      const share = Math.floor(left / (contigs - number));
      left -= share;
      this.#writeContig(contig, share);
    });
    this.#truth.close();
    this.#reference?.close();
    for (const run of this.#runs) run.close();
    return {
      replicates: this.#runs.map(({ path }) => path),
      reference: this.#reference === null ? null : this.#referencePath,
      truth: this.#truthPath,
      records: this.#runs.map(({ records }) => records),
    };
  }

  #writeContig(contig: string, variants: number): void {
    const random = this.#random;
    const { spacing } = this.#options;
    this.#bases.length = 0;
    let position = 1;
    for (let number = 0; number < variants; number++) {
      const gap = random.between(MARGIN, Math.max(MARGIN, 2 * spacing - MARGIN));
      if (this.#reference !== null) this.#bases.push(sequence(random, gap));
      position += gap;
      position = this.#writeVariant(contig, position);
    }
    this.#bases.push(sequence(random, MARGIN));
    this.#reference?.add(contig, Buffer.from(this.#bases.join("")));
    for (const run of this.#runs) run.endContig(contig, position + MARGIN - 1);
  }

  /** Writes a variant whose surroundings start at `position` (1-based) and returns where they end. */
  #writeVariant(contig: string, position: number): number {
    const random = this.#random;
    const isIndel = random.chance(this.#options.indels);
    const variant = isIndel ? this.#indel(position) : this.#substitution(position);
    const { ref, alt, unit, fraction, zygosity } = variant;
    this.#truth.text(`${contig}\t${position}\t${ref}\t${alt}\t${fraction}\t${zygosity}\n`);
    for (const run of this.#runs) if (!random.chance(this.#options.dropOut)) this.#writeCall(run, contig, variant);
    return position + (isIndel ? ref[0].length + unit.length * REPEAT_UNITS + 1 : 1);
  }

  #substitution(position: number): Variant {
    const random = this.#random;
    const ref = BASES[random.between(0, 3)];
    this.#bases.push(ref);
    return { position, ref, alt: otherBase(random, ref), unit: "", ...this.#genotype() };
  }

  /** Inserts or deletes one unit of a short tandem repeat: the anchor differs from the unit's last base, so it is leftmost. */
  #indel(position: number): Variant {
    const random = this.#random;
    const unit = sequence(random, random.between(1, 3));
    const anchor = otherBase(random, unit[unit.length - 1]);
    const behind = otherBase(random, unit[0]);
    this.#bases.push(anchor + unit.repeat(REPEAT_UNITS) + behind);
    const [ref, alt] = random.chance(0.5) ? [anchor, anchor + unit] : [anchor + unit, anchor];
    return { position, ref, alt, unit, ...this.#genotype() };
  }

  #genotype(): Pick<Variant, "fraction" | "zygosity"> {
    const random = this.#random;
    if (random.chance(this.#options.subclonal)) {
      return { fraction: 0.02 + (0.2 * Math.round(random.fraction() * 100)) / 100, zygosity: "het" };
    }
    return random.chance(2 / 3) ? { fraction: 0.5, zygosity: "het" } : { fraction: 1, zygosity: "hom" };
  }

  #writeCall(run: RunOutput, contig: string, variant: Variant): void {
    const random = this.#random;
    const { depth, noise, shiftIndels } = this.#options;
    const reads = random.between(Math.ceil(depth / 2), Math.floor(1.5 * depth));
    const fraction = Math.min(1, Math.max(0, variant.fraction + noise * normal(random)));
    const alternate = binomial(random, reads, fraction);
    const shift = shiftIndels && variant.unit !== "" ? random.between(0, REPEAT_UNITS - 1) : 0;
    run.call(contig, shifted(variant, shift), variant.zygosity, reads - alternate, alternate);
  }
}

/** The variant as a caller writes it that places it `shift` units to the right. */
function shifted({ position, ref, alt, unit }: Variant, shift: number): Pick<Variant, "position" | "ref" | "alt"> {
  if (shift === 0) return { position, ref, alt };
  const anchor = unit[unit.length - 1];
  const [from, to] = ref.length === 1 ? [anchor, anchor + unit] : [anchor + unit, anchor];
  return { position: position + shift * unit.length, ref: from, alt: to };
}

class RunOutput {
  readonly path: string;
  records = 0;
  readonly #output: TextOutput;
  readonly #gvcf: boolean;
  /** 1-based, first base that no record describes. */
  #next = 1;

  constructor(path: string, contigs: readonly string[], gvcf: boolean) {
    this.path = path;
    this.#gvcf = gvcf;
    this.#output = new TextOutput(path);
    this.#output.text(header(contigs, gvcf));
  }

  call(
    contig: string,
    { position, ref, alt }: Pick<Variant, "position" | "ref" | "alt">,
    zygosity: "het" | "hom",
    reference: number,
    alternate: number,
  ): void {
    const depth = reference + alternate;
    this.#block(contig, position - 1, depth);
    const genotype = zygosity === "het" ? "0/1" : "1/1";
    const alts = this.#gvcf ? `${alt},<NON_REF>` : alt;
    const depths = this.#gvcf ? `${reference},${alternate},0` : `${reference},${alternate}`;
    const info = `AC=1;AF=0.500;AN=2;BaseQRankSum=0.123;DP=${depth};ExcessHet=3.0103;FS=1.234;MQ=60.00;QD=12.34;SOR=0.693`;
    const sample = `${genotype}:${depths}:${depth}:99:900,0,${800 + (position % 100)}`;
    this.#output.text(
      `${contig}\t${position}\t.\t${ref}\t${alts}\t${600 + depth}.77\tPASS\t${info}\tGT:AD:DP:GQ:PL\t${sample}\n`,
    );
    this.#next = position + ref.length;
    this.records++;
  }

  endContig(contig: string, length: number): void {
    this.#block(contig, length, 30);
    this.#next = 1;
  }

  close(): void {
    this.#output.close();
  }

  /** A reference block up to `end`, both ends 1-based and included. */
  #block(contig: string, end: number, depth: number): void {
    if (!this.#gvcf || end < this.#next) return;
    const block = `0/0:${depth}:60:${depth}:0,60,900`;
    this.#output.text(`${contig}\t${this.#next}\t.\tN\t<NON_REF>\t.\t.\tEND=${end}\tGT:DP:GQ:MIN_DP:PL\t${block}\n`);
  }
}

function contigNames(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `chr${number + 1}`);
}

function header(contigs: readonly string[], gvcf: boolean): string {
  return [
    "##fileformat=VCFv4.2",
    '##FILTER=<ID=PASS,Description="All filters passed">',
    ...(gvcf ? ['##ALT=<ID=NON_REF,Description="Any other allele">'] : []),
    ...contigs.map((contig) => `##contig=<ID=${contig}>`),
    '##INFO=<ID=AC,Number=A,Type=Integer,Description="Allele count">',
    '##INFO=<ID=AF,Number=A,Type=Float,Description="Allele frequency">',
    ...["AN", "DP", "END"].map((id) => `##INFO=<ID=${id},Number=1,Type=Integer,Description="${id}">`),
    ...["BaseQRankSum", "ExcessHet", "FS", "MQ", "QD", "SOR"].map(
      (id) => `##INFO=<ID=${id},Number=1,Type=Float,Description="${id}">`,
    ),
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth by allele">',
    '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">',
    '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype quality">',
    '##FORMAT=<ID=MIN_DP,Number=1,Type=Integer,Description="Least depth of the block">',
    '##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Genotype likelihoods">',
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tSAMPLE\n",
  ].join("\n");
}

function sequence(random: Random, length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) text += BASES[random.uint32() >>> 30];
  return text;
}

function otherBase(random: Random, base: string): string {
  return BASES[(BASES.indexOf(base) + random.between(1, 3)) % 4];
}
