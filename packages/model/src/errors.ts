/** What the program's users can rely on about one kind of error. */
export interface ErrorEntry {
  /** One sentence: what the code means. */
  readonly summary: string;
  /** What to do about it. */
  readonly hint: string;
  /** Exit code of the command: 2 usage, 65 bad data, 66 input missing, 70 internal, 73 cannot write, 75 try later. */
  readonly exitCode: 2 | 65 | 66 | 70 | 73 | 75;
  /** Status of the answer when the error reaches the HTTP interface. */
  readonly httpStatus: number;
  /** Whether the same request may succeed later without any change. */
  readonly retryable: boolean;
}

const usage = { exitCode: 2, httpStatus: 400, retryable: false } as const;
const badData = { exitCode: 65, httpStatus: 422, retryable: false } as const;
const missingInput = { exitCode: 66, httpStatus: 404, retryable: false } as const;
const cannotWrite = { exitCode: 73, httpStatus: 507, retryable: true } as const;
const internal = { exitCode: 70, httpStatus: 500, retryable: false } as const;

/** Every code that Touchstone's errors carry. Codes are stable: programs may branch on them. */
export const errorCatalogue: Readonly<Record<string, ErrorEntry>> = {
  TS_BED_MALFORMED: {
    ...badData,
    summary: "A BED file has a line that is not contig, start and end.",
    hint: "Correct the named line: tab-separated, 0-based start, end not before start.",
  },
  TS_BGZF_CORRUPT: {
    ...badData,
    summary: "A block of a BGZF file does not decompress to what its checksum and length promise.",
    hint: "The file is damaged at the named byte offset: copy it again from its source and compare checksums.",
  },
  TS_BGZF_TRUNCATED: {
    ...badData,
    summary: "A BGZF file ends in the middle of a block.",
    hint: "The file is incomplete: copy it again from its source, or repeat the step that wrote it.",
  },
  TS_COMPARE_ABORTED: {
    exitCode: 75,
    httpStatus: 503,
    retryable: true,
    summary: "The comparison was interrupted before it was complete.",
    hint: "No output was written; run the command again.",
  },
  TS_CONTIG_NAMING: {
    ...badData,
    summary: "Two inputs name the same contigs differently, such as chr1 and 1.",
    hint: "Add --rename-contigs to translate the names to those of the reference.",
  },
  TS_CONTIG_UNKNOWN: {
    ...badData,
    summary: "A record lies on a contig that the reference does not have.",
    hint: "Use the reference that the calls were made with.",
  },
  TS_FASTA_MALFORMED: {
    ...badData,
    summary: "A reference file is not FASTA, or its lines cannot be addressed.",
    hint: "Check that it is FASTA: '>name' lines, and every line of a sequence except its last with the same length.",
  },
  TS_FILE_EMPTY: {
    ...badData,
    summary: "An input file holds nothing.",
    hint: "Repeat the step that should have written the file; a call set without calls still has a header.",
  },
  TS_FILE_NOT_FOUND: {
    ...missingInput,
    summary: "An input file does not exist.",
    hint: "Check the path, and that the folder it lies on is mounted.",
  },
  TS_FILE_UNREADABLE: {
    ...missingInput,
    summary: "An input file exists but cannot be read.",
    hint: "Check that it is a file and that you are allowed to read it.",
  },
  TS_FILE_UNWRITABLE: {
    ...cannotWrite,
    summary: "A file cannot be written.",
    hint: "Check the folder's permissions and free space, or choose another place.",
  },
  TS_GENOTYPE_MISSING: {
    ...badData,
    summary: "Genotypes are to be compared, but a call set has none.",
    hint: "Add --match alleles to compare the presence of alleles without genotypes.",
  },
  TS_GZIP_CORRUPT: {
    ...badData,
    summary: "A gzip file is damaged or incomplete.",
    hint: "Copy it again from its source and compare checksums.",
  },
  TS_GZIP_NOT_BGZF: {
    ...badData,
    summary: "A file is gzip where the blocked variant, BGZF, is needed for random access.",
    hint: "Recompress it: gzip -dc FILE | bgzip > FILE.gz",
  },
  TS_INDEX_CONTIG_TOO_LONG: {
    ...badData,
    summary: "A tabix index cannot hold positions beyond 536,870,912 (2^29).",
    hint: "Split the contig, or index the file with a CSI index: bcftools index --csi FILE",
  },
  TS_INDEX_INVALID: {
    ...badData,
    summary: "An index file does not describe the file beside it.",
    hint: "Delete the index or make it again (tabix, samtools faidx).",
  },
  TS_INDEX_UNSORTED: {
    ...badData,
    summary: "Records to be indexed are not in order.",
    hint: "Sort them by contig and position first: bcftools sort -Oz -o SORTED.vcf.gz FILE",
  },
  TS_INTERNAL: {
    ...internal,
    summary: "Touchstone itself failed.",
    hint: "Please report it with the command; TOUCHSTONE_DEBUG=1 prints where it happened.",
  },
  TS_NODE_TOO_OLD: {
    ...internal,
    summary: "This Node.js cannot run Touchstone.",
    hint: 'Install Node 22.18 or newer, or add the npm package "node" beside Touchstone.',
  },
  TS_OUTPUT_UNWRITABLE: {
    ...cannotWrite,
    summary: "An output file cannot be written.",
    hint: "Check the folder's permissions and free space, or choose another --out.",
  },
  TS_POSITION_OUT_OF_RANGE: {
    ...badData,
    summary: "A record lies beyond the end of its contig.",
    hint: "Use the reference that the calls were made with.",
  },
  TS_PROOF_FAILED: {
    ...internal,
    summary: "A match does not hold when its haplotypes are replayed on the reference.",
    hint: "Please report it, with the records of the named superlocus.",
  },
  TS_REF_MISMATCH: {
    ...badData,
    summary: "REF alleles disagree with the reference.",
    hint: "Use the reference that the calls were made with, or --ref-mismatch skip to leave such records out.",
  },
  TS_SAMPLE_AMBIGUOUS: {
    ...badData,
    summary: "A call set has several samples and none was chosen.",
    hint: "Choose one with --truth-sample or --query-sample.",
  },
  TS_SAMPLE_UNKNOWN: {
    ...badData,
    summary: "A call set does not have the chosen sample.",
    hint: "Choose one of the listed samples with --truth-sample or --query-sample.",
  },
  TS_SCORE_FIELD_INVALID: {
    ...badData,
    summary: "The query has no such field to score its records by, or it holds no numbers.",
    hint: "Name QUAL, or a numeric field of the query's header, such as FORMAT/GQ, with --score-field.",
  },
  TS_STRATIFICATION_MALFORMED: {
    ...badData,
    summary: "A stratification list has a line that is not a name and a BED file.",
    hint: "Correct the named line: two tab-separated fields, the path relative to the list.",
  },
  TS_USAGE: {
    ...usage,
    summary: "The command line is not one that Touchstone understands.",
    hint: "See touchstone --help, or touchstone COMMAND --help.",
  },
  TS_VCF_HEADER_INVALID: {
    ...badData,
    summary: "A VCF file's header is missing or breaks the format.",
    hint: "The file must begin with ##fileformat=VCFv4 and have a #CHROM line; repeat the step that wrote it.",
  },
  TS_VCF_IS_BCF: {
    ...badData,
    summary: "A file is BCF, the binary form of VCF.",
    hint: "Convert it: bcftools view -Oz -o FILE.vcf.gz FILE",
  },
  TS_VCF_MALFORMED: {
    ...badData,
    summary: "A VCF file has a line that breaks the format.",
    hint: "Correct the named field, or repeat the step that wrote the file.",
  },
  TS_VCF_UNSORTED: {
    ...badData,
    summary: "The records of a VCF file are not in order.",
    hint: "Sort it: bcftools sort -Oz -o SORTED.vcf.gz FILE",
  },
};

/** The entry of a code, or null when the catalogue does not have it. */
export function errorEntry(code: string): ErrorEntry | null {
  return Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code] : null;
}
