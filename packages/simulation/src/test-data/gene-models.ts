import type { Contig } from "../reference/contig.ts";
import { basesOf } from "../reference/generate-contig.ts";

/** Genes on each strand of a contig. */
const GENES_PER_STRAND = 3;
const UPSTREAM = 120;
const DOWNSTREAM = 200;
/** Bases without genes at the ends of a contig. */
const MARGIN = 1000;
const LEAST_INTRON = 60;
const LEAST_EXON = 60;

type Span = readonly [start: number, end: number];

/** A gene of two exons on a strand read from its own 5' end, 0-based. */
interface GeneModel {
  readonly coding: readonly [Span, Span];
}

/**
 * Gene models as GFF3 with the attributes of Ensembl's files: open reading frames of the reference with an intron GT..AG in each
 * that keeps the frame open. Names start with SIM: no gene is meant.
 */
export function geneModels(contigs: readonly Contig[]): string {
  const lines = ["##gff-version 3", ...contigs.map(({ name, bases }) => `##sequence-region ${name} 1 ${bases.length}`)];
  let number = 0;
  for (const { name, bases } of contigs) {
    const forward = basesOf(bases, 0, bases.length);
    for (const strand of ["+", "-"] as const) {
      const sequence = strand === "+" ? forward : reverseComplement(forward);
      for (const gene of findGenes(sequence))
        lines.push(...geneLines(++number, gene, { name, length: bases.length, strand }));
    }
  }
  return `${lines.join("\n")}\n`;
}

function findGenes(sequence: string): GeneModel[] {
  const genes: GeneModel[] = [];
  const taken: Span[] = [];
  for (const [start, end] of readingFrames(sequence)) {
    if (genes.length === GENES_PER_STRAND) break;
    const [from, to] = [start - UPSTREAM, end + DOWNSTREAM];
    if (from < MARGIN || to > sequence.length - MARGIN || taken.some((span) => from < span[1] && to > span[0]))
      continue;
    const intron = findIntron(sequence, start, end);
    if (intron === null) continue;
    genes.push({
      coding: [
        [start, intron[0]],
        [intron[1], end],
      ],
    });
    taken.push([from, to]);
  }
  return genes;
}

/** From ATG to the stop codon, the longest first. */
function readingFrames(sequence: string): Span[] {
  const frames: Span[] = [];
  for (let frame = 0; frame < 3; frame++) {
    let start = -1;
    for (let at = frame; at + 3 <= sequence.length; at += 3) {
      const codon = sequence.slice(at, at + 3);
      if (start === -1 && codon === "ATG") start = at;
      if (start === -1 || !isStop(codon)) continue;
      frames.push([start, at + 3]);
      start = -1;
    }
  }
  return frames.sort((one, other) => other[1] - other[0] - (one[1] - one[0]) || one[0] - other[0]);
}

/** An intron of whole codons within a reading frame, without which no stop codon arises before the last. */
function findIntron(sequence: string, start: number, end: number): Span | null {
  for (let from = start + LEAST_EXON; from < end - LEAST_EXON; from++) {
    if (!sequence.startsWith("GT", from)) continue;
    for (let to = from + LEAST_INTRON; to < end - LEAST_EXON; to += 3) {
      const isIntron = (to - from) % 3 === 0 && sequence.startsWith("AG", to - 2);
      if (isIntron && isOpen(sequence.slice(start, from) + sequence.slice(to, end - 3))) return [from, to];
    }
  }
  return null;
}

function isOpen(coding: string): boolean {
  for (let at = 0; at < coding.length; at += 3) if (isStop(coding.slice(at, at + 3))) return false;
  return true;
}

function isStop(codon: string): boolean {
  return codon === "TAA" || codon === "TAG" || codon === "TGA";
}

function geneLines(
  number: number,
  { coding: [first, second] }: GeneModel,
  { name, length, strand }: { name: string; length: number; strand: "+" | "-" },
): string[] {
  const id = String(number).padStart(11, "0");
  const transcript = `transcript:SIMT${id}`;
  const whole: Span = [first[0] - UPSTREAM, second[1] + DOWNSTREAM];
  const exons: Span[] = [
    [whole[0], first[1]],
    [second[0], whole[1]],
  ];
  const line = (type: string, [start, end]: Span, phase: string, attributes: string) => {
    const [from, to] = strand === "+" ? [start + 1, end] : [length - end + 1, length - start];
    return [name, "simulation", type, from, to, ".", strand, phase, attributes].join("\t");
  };
  const coding = `ID=CDS:SIMP${id};Parent=${transcript};protein_id=SIMP${id}`;
  return [
    line("gene", whole, ".", `ID=gene:SIMG${id};Name=SIM${number};biotype=protein_coding;gene_id=SIMG${id};version=1`),
    line(
      "mRNA",
      whole,
      ".",
      `ID=${transcript};Parent=gene:SIMG${id};Name=SIM${number}-201;biotype=protein_coding;transcript_id=SIMT${id};version=1;tag=Ensembl_canonical`,
    ),
    ...exons.map((exon, place) => {
      const exonId = `SIME${id}${place + 1}`;
      return line("exon", exon, ".", `Parent=${transcript};Name=${exonId};exon_id=${exonId};rank=${place + 1}`);
    }),
    line("five_prime_UTR", [whole[0], first[0]], ".", `Parent=${transcript}`),
    line("CDS", first, "0", coding),
    line("CDS", second, String((3 - ((first[1] - first[0]) % 3)) % 3), coding),
    line("three_prime_UTR", [second[1], whole[1]], ".", `Parent=${transcript}`),
  ];
}

const COMPLEMENT: Readonly<Record<string, string>> = { A: "T", C: "G", G: "C", T: "A" };

function reverseComplement(sequence: string): string {
  return Array.from(sequence, (base) => COMPLEMENT[base] ?? base)
    .reverse()
    .join("");
}
