export { type BedRecord, bedName } from "./bed/bed-record.ts";
export { formatBed, formatBedRecord } from "./bed/format-bed.ts";
export { type BedRegions, countBases, type Intervals } from "./bed/intervals.ts";
export { readBed } from "./bed/read-bed.ts";
export { readBedRecords } from "./bed/read-bed-records.ts";
export { RegionSweep } from "./bed/region-sweep.ts";
export { BgzfEncoder } from "./bgzf/bgzf-encoder.ts";
export { BgzfWriter, type BgzfWriterOptions, type BlockSink } from "./bgzf/bgzf-writer.ts";
export type { ByteChunks } from "./bgzf/block-batches.ts";
export { type Compression, detectCompression } from "./bgzf/compression.ts";
export { BGZF_EOF, BLOCK_TEXT_SIZE, DEFAULT_COMPRESSION_LEVEL, deflateBlock } from "./bgzf/deflate.ts";
export { type InflatedBlock, inflateBlock } from "./bgzf/inflate.ts";
export { openSpooled } from "./bgzf/open-spooled.ts";
export { type ReadBgzfOptions, readBgzf } from "./bgzf/read-bgzf.ts";
export { TextFile } from "./bgzf/text-file.ts";
export { blockOffsetOf, END_OF_FILE, virtualPosition, withinBlockOf } from "./bgzf/virtual-position.ts";
export { FormatError, type FormatErrorCode, type FormatErrorDetails, formatErrorCodes } from "./error.ts";
export { digestContig } from "./fasta/digest-contig.ts";
export { formatFai, parseFai } from "./fasta/fai.ts";
export type { FastaIndex, FastaIndexEntry } from "./fasta/fasta-index.ts";
export { FastaReader, type FastaReaderOptions } from "./fasta/fasta-reader.ts";
export { formatFasta } from "./fasta/format-fasta.ts";
export { type FileIdentity, identifyFile, identifyFileInBackground } from "./file-identity.ts";
export { type OutputFile, OutputFiles } from "./output/output-files.ts";
export { type CodedErrorClass, type PackedError, packError, unpackError } from "./pack-error.ts";
export { readStratifications, type Stratification } from "./stratification/read-stratifications.ts";
export {
  BinningIndex,
  type Chunk,
  type ContigCounts,
  type ContigIndex,
  type TabixColumns,
} from "./tabix/binning-index.ts";
export type { Binning } from "./tabix/bins.ts";
export { parseIndex, readIndex } from "./tabix/read-index.ts";
export { TabixBuilder } from "./tabix/tabix-builder.ts";
export type { ContigPart, TabixPart } from "./tabix/tabix-part.ts";
export { ByteBuffer } from "./text/byte-buffer.ts";
export { ConstantText } from "./text/constant-text.ts";
export { AlleleKind, classifyAllele } from "./vcf/allele.ts";
export { type ContigRun, createVcfColumns, VcfColumns } from "./vcf/columns.ts";
export { FormatKeyFinder, findFormatKey, subfieldEnd, subfieldStart } from "./vcf/format-key.ts";
export {
  alleleNotInRecord,
  allelesExist,
  MISSING_ALLELE,
  PHASED,
  PLOIDY_MASK,
  parseGenotype,
} from "./vcf/genotype.ts";
export { parseVcfHeader, readVcfHeader, type VcfContig, type VcfField, type VcfHeader } from "./vcf/header.ts";
export { type LineChunk, lineChunks } from "./vcf/line-chunks.ts";
export { atLine, locateLine, withLineNumber } from "./vcf/line-number.ts";
export { type ContigSpan, type ContigStarts, locateContigs, seekPosition } from "./vcf/locate.ts";
export { readVcf, VcfReader } from "./vcf/read.ts";
export { type VcfGenotype, VcfRecord } from "./vcf/record.ts";
export { type ScanOptions, scanVcf } from "./vcf/scan.ts";
export { transitionRatio, type VcfStatsOptions, vcfStats } from "./vcf/stats.ts";
export type { GenotypeCounts, VcfStats } from "./vcf/stats-tally.ts";
export { findInfoValue, infoValueEnd, isPassing, parseNumber } from "./vcf/values.ts";
export { type RecordKinds, recordKinds, VariantKind, variantKind } from "./vcf/variant-kind.ts";
export {
  formatVcfRecord,
  type TextOutput,
  type VcfRecordFields,
  VcfWriter,
  type VcfWriterOptions,
} from "./vcf/write.ts";
