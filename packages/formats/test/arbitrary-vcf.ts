import fc from "fast-check";

/** The text fields of a record, in column order; `samples` are whole columns. */
export interface RecordText {
  readonly chrom: string;
  readonly pos: number;
  readonly id: string;
  readonly ref: string;
  readonly alt: string;
  readonly qual: string;
  readonly filter: string;
  readonly info: string;
  readonly format: string;
  readonly samples: readonly string[];
}

const bases = (maxLength: number) => fc.string({ unit: fc.constantFrom(..."ACGTNacgtRy"), minLength: 1, maxLength });

const altAllele = fc.oneof(
  { weight: 6, arbitrary: bases(6) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("*", "<DEL>", "<NON_REF>", "<INS:ME:ALU>", "G]17:198982]", "]chr2:5]T", "A.", ".C"),
  },
);

const genotype = fc
  .tuple(fc.array(fc.constantFrom("0", "1", "."), { minLength: 1, maxLength: 4 }), fc.constantFrom("/", "|"))
  .map(([alleles, separator]) => alleles.join(separator));

const info = fc.oneof(
  fc.constant("."),
  fc
    .uniqueArray(fc.constantFrom("DP=31", "AF=0.5,0.25", "DB", "MQ=60.00", "END=1234", "ANN=A|b c|1"), { minLength: 1 })
    .map((entries) => entries.join(";")),
);

/** Records of a file with `sampleCount` samples: POS ascends, contigs follow one another. */
export function arbitraryRecords(sampleCount: number, maxLength = 30): fc.Arbitrary<RecordText[]> {
  const record = fc.record({
    contig: fc.integer({ min: 0, max: 3 }),
    pos: fc.integer({ min: 0, max: 0x7fffffff }),
    id: fc.constantFrom(".", "rs12", "a;b"),
    ref: bases(8),
    alt: fc.oneof(
      fc.constant("."),
      fc.array(altAllele, { minLength: 1, maxLength: 3 }).map((alts) => alts.join(",")),
    ),
    qual: fc.constantFrom(".", "60", "0.5", "1e-3", "3000.12", "inf"),
    filter: fc.constantFrom(".", "PASS", "q10", "q10;s50"),
    info,
    samples: fc.array(fc.tuple(genotype, fc.nat(99)), { minLength: sampleCount, maxLength: sampleCount }),
  });
  return fc.array(record, { maxLength }).map((records) =>
    records
      .sort((a, b) => a.contig - b.contig || a.pos - b.pos)
      .map(({ contig, samples, ...fields }) => ({
        ...fields,
        chrom: ["1", "chr2", "HLA-A*01:01", "chr10"][contig],
        format: sampleCount > 0 ? "GT:GQ" : "",
        samples: samples.map(([gt, gq]) => `${gt}:${gq}`),
      })),
  );
}

/** The record's line, without newline. */
export function recordLine(record: RecordText): string {
  const { chrom, pos, id, ref, alt, qual, filter, info, format, samples } = record;
  const fixed = [chrom, pos, id, ref, alt, qual, filter, info];
  return [...fixed, ...(format === "" ? [] : [format, ...samples])].join("\t");
}

/** A header of VCF 4.2 for `sampleCount` samples named S1, S2, ..., that defines all that the records use. */
export function headerLines(sampleCount: number): string[] {
  const samples = Array.from({ length: sampleCount }, (_, i) => `S${i + 1}`);
  return [
    "##fileformat=VCFv4.2",
    '##FILTER=<ID=q10,Description="Quality below 10">',
    '##FILTER=<ID=s50,Description="Less than half of the \\"samples\\", with data">',
    "##contig=<ID=1,length=2147483647>",
    "##contig=<ID=chr2,length=2147483647>",
    "##contig=<ID=HLA-A*01:01>",
    "##contig=<ID=chr10,length=2147483647,assembly=x>",
    '##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth, total">',
    '##INFO=<ID=AF,Number=A,Type=Float,Description="Frequency">',
    '##INFO=<ID=DB,Number=0,Type=Flag,Description="In dbSNP">',
    '##INFO=<ID=MQ,Number=1,Type=Float,Description="Mapping quality">',
    '##INFO=<ID=END,Number=1,Type=Integer,Description="End">',
    '##INFO=<ID=ANN,Number=.,Type=String,Description="Annotation">',
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype quality">',
    [
      "#CHROM",
      "POS",
      "ID",
      "REF",
      "ALT",
      "QUAL",
      "FILTER",
      "INFO",
      ...(sampleCount > 0 ? ["FORMAT", ...samples] : []),
    ].join("\t"),
  ];
}

/** A whole file. */
export function vcfText(sampleCount: number, records: readonly RecordText[]): string {
  return [...headerLines(sampleCount), ...records.map(recordLine), ""].join("\n");
}
