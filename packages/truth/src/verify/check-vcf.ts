import { type ContigSpan, lineChunks, locateContigs, readIndex, readVcfHeader, TextFile } from "@touchstone/formats";
import { chromosomesOf } from "../catalogue/builds.ts";
import type { Build } from "../catalogue/truth-set.ts";

const NEWLINE = 10;

/** What a check found: null when all is well, else what is not. */
export type Finding = string | null;

/**
 * Whether header and records of a VCF file lie on the chromosomes of a build, and these have the build's lengths.
 *
 * @throws FormatError
 */
export function checkVcfContigs(path: string, build: Build): Finding {
  const chromosomes = chromosomesOf(build);
  const file = TextFile.open(path);
  try {
    const header = readVcfHeader(file, path);
    const wrong = header.contigs.find(({ id, length }) => {
      return length !== null && chromosomes.has(id) && chromosomes.get(id) !== length;
    });
    if (wrong !== undefined) {
      return `${wrong.id} has ${wrong.length} bases in its header, ${chromosomes.get(wrong.id)} in ${build}`;
    }
    const strange = locateContigs(file, header).find(({ contig }) => !chromosomes.has(contig));
    return strange === undefined ? null : `it has records on ${strange.contig}, which is no chromosome of ${build}`;
  } finally {
    file.close();
  }
}

/**
 * Whether an index is that of a VCF file: it names the contigs that have records, says where each begins, and counts as many
 * records as there are.
 *
 * @throws FormatError, TS_INDEX_INVALID among others where the index leads to other places than the records'
 */
export function checkIndex(vcf: string, indexPath: string): Finding {
  const index = readIndex(indexPath);
  const file = TextFile.open(vcf);
  try {
    const header = readVcfHeader(file, vcf);
    const spans = locateContigs(file, header);
    // With the index its starts are looked up in the file, and refused where no record of the contig begins there.
    locateContigs(file, header, index);
    const inFile = spans.map(({ contig }) => contig);
    const inIndex = index.contigStarts.map(({ contig }) => contig);
    const missing = inFile.find((contig) => !inIndex.includes(contig));
    if (missing !== undefined) return `it does not know ${missing}, on which the VCF has records`;
    const extra = inIndex.find((contig) => !inFile.includes(contig));
    if (extra !== undefined) return `it knows ${extra}, on which the VCF has no records`;
    return checkCounts(
      file,
      spans,
      new Map(index.contigs.map(({ name, counts }) => [name ?? "", counts?.mapped ?? null])),
    );
  } finally {
    file.close();
  }
}

function checkCounts(
  file: TextFile,
  spans: readonly ContigSpan[],
  counts: ReadonlyMap<string, number | null>,
): Finding {
  for (const span of spans) {
    const indexed = counts.get(span.contig) ?? null;
    if (indexed === null) continue;
    const records = countLines(file, span);
    if (records !== indexed) return `it counts ${indexed} records on ${span.contig}, the VCF has ${records}`;
  }
  return null;
}

function countLines(file: TextFile, { start, end }: ContigSpan): number {
  let count = 0;
  for (const { text } of lineChunks(file, start, end)) {
    for (let at = text.indexOf(NEWLINE); at !== -1; at = text.indexOf(NEWLINE, at + 1)) count++;
    if (text[text.length - 1] !== NEWLINE) count++;
  }
  return count;
}
