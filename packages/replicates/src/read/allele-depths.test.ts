import { createVcfColumns, FormatError, scanVcf } from "@touchstone/formats";
import { expect, test } from "vitest";
import { AlleleDepths, hasDepthKeys } from "./allele-depths.ts";
import { DepthSource, type VafDenominator } from "./depth-source.ts";

/** Reads one record given as "REF ALT INFO FORMAT SAMPLE". */
function read(fields: string, denominator: VafDenominator = "all") {
  const [ref, alt, info, format, sample] = fields.split(" ");
  const text = Buffer.from(`chr1\t10\t.\t${ref}\t${alt}\t.\tPASS\t${info}\t${format}\t${sample}\n`);
  const columns = createVcfColumns(1);
  scanVcf(text, 0, text.length, columns, { sampleColumn: 0, sampleCount: 1, path: "x.vcf" });
  const depths = new AlleleDepths(0, 1, denominator);
  const altCount = alt.split(",").length;
  const source = depths.read(text, columns, 0, altCount);
  const alleles = Array.from({ length: altCount }, (_, alternate) => alternate + 1);
  return {
    source,
    fractions: source === DepthSource.none ? [] : alleles.map((allele) => depths.fractionOf(allele)),
    depths: source === DepthSource.none ? [] : alleles.map((allele) => depths.depthOf(allele)),
  };
}

test("AD: each ALT over the sum of all alleles, before any splitting", () => {
  const { fractions, depths } = read("A C,G . GT:AD 1/2:10,30,60");
  expect(fractions).toEqual([0.3, 0.6]);
  expect(depths).toEqual([100, 100]);
});

test("the ref-alt denominator leaves the other alleles out", () => {
  const { fractions, depths } = read("A C,G . GT:AD 1/2:10,30,60", "ref-alt");
  expect(fractions).toEqual([30 / 40, 60 / 70]);
  expect(depths).toEqual([40, 70]);
});

test("reads of <NON_REF> are part of the sum", () => {
  expect(read("A C,<NON_REF> . GT:AD:DP 0/1:6,12,2:21").fractions[0]).toBe(12 / 20);
});

test("DRAGEN writes AD and AF: the VAF is that of AD, whatever DP says", () => {
  const dragen =
    "GT:AD:AF:DP:F1R2:F2R1:GQ:PL:GP:PRI:SB:MB 0/1:13,17:0.567:31:6,9:7,8:48:50,0,48:9,7e-05,8:0,3,6:6,7,9,8:7,6,8,9";
  const result = read(`A G . ${dragen}`);
  expect(result).toEqual({ source: DepthSource.alleleDepths, fractions: [17 / 30], depths: [30] });
});

test("Strelka counts bases of substitutions, tier 1", () => {
  const result = read("C T . DP:FDP:SDP:SUBDP:AU:CU:GU:TU 100:1:0:0:1,2:60,61:0,0:20,22");
  expect(result).toEqual({ source: DepthSource.strelka, fractions: [20 / 80], depths: [80] });
});

test("Strelka with two ALT alleles", () => {
  const result = read("C T,A . DP:AU:CU:GU:TU 100:10,10:60,61:0,0:30,32");
  expect(result.fractions).toEqual([30 / 100, 10 / 100]);
});

test("Strelka counts indels by TIR and TAR, tier 1", () => {
  const result = read("CA C . DP:DP2:TAR:TIR:TOR 50:50:30,31:10,11:4,4");
  expect(result).toEqual({ source: DepthSource.strelka, fractions: [10 / 40], depths: [40] });
});

test("AF with DP", () => {
  const result = read("A C . GT:AF:DP 0/1:0.25:80");
  expect(result).toEqual({ source: DepthSource.fractionAndDepth, fractions: [0.25], depths: [80] });
});

test("AF of several alleles: the rest is REF", () => {
  const result = read("A C,G . GT:AF:DP 0/1:0.2,0.3:100", "ref-alt");
  expect(result.fractions[0]).toBeCloseTo(0.2 / 0.7, 14);
  expect(result.depths).toEqual([70, 80]);
});

test("DP4 of FORMAT and, in a file of one sample, of INFO", () => {
  expect(read("A C . GT:DP4 0/1:10,20,4,6").fractions).toEqual([10 / 40]);
  expect(read("A C DP=40;DP4=10,20,4,6 GT 0/1")).toEqual({
    source: DepthSource.infoStrandDepths,
    fractions: [10 / 40],
    depths: [40],
  });
});

test("DP4 says nothing of several ALT alleles", () => {
  expect(read("A C,G DP4=10,20,4,6 GT 1/2").source).toBe(DepthSource.none);
});

test.each(["GT:AD 0/1:.", "GT:AD 0/1:10,.", "GT:AD 0/1", "GT:AF:DP 0/1:.:30", "GT 0/1"])(
  "%s has no depth",
  (sample) => {
    expect(read(`A C . ${sample}`).source).toBe(DepthSource.none);
  },
);

test.each([
  ["GT:AD 0/1:10,-3", "AD", '"10,-3" holds a negative number'],
  ["GT:AD 0/1:10,x", "AD", '"10,x" is not 2 values'],
  ["GT:AD 0/1:10", "AD", '"10" is not 2 values'],
  ["GT:AD 0/1:10,5,3", "AD", '"10,5,3" is not 2 values'],
  ["GT:AD 0/1:nan,5", "AD", '"nan,5" is not 2 values'],
  ["GT:AD 0/1:1e999,5", "AD", '"1e999,5" is not 2 values'],
  ["GT:AF:DP 0/1:1.2:30", "AF", '"1.2" is not fractions of 0 to 1'],
  ["GT:AF:DP 0/1:-0.1:30", "AF", '"-0.1" holds a negative number'],
  ["GT:AF:DP 0/1:0.1:many", "DP", '"many" is not one value'],
  ["GT:DP4 0/1:1,2,3", "DP4", '"1,2,3" is not 4 values'],
])("%s is an error that names column and field", (sample, key, problem) => {
  let thrown: unknown;
  try {
    read(`A C . ${sample}`);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(FormatError);
  const { code, message, details } = thrown as FormatError;
  expect(code).toBe("TS_VCF_MALFORMED");
  expect(message).toContain(`column 10 (FORMAT/${key}): ${problem}`);
  expect(details).toMatchObject({ column: 10, field: `FORMAT/${key}`, offset: 0 });
});

test.each([
  [["AD"], [], true],
  [["AF", "DP"], [], true],
  [["AF"], [], false],
  [["AU", "CU", "GU", "TU"], [], true],
  [["TAR"], [], false],
  [["GT"], ["DP4"], true],
  [["GT", "DP"], ["AF"], false],
])("FORMAT %j and INFO %j: usable %s", (formats, infos, isUsable) => {
  expect(hasDepthKeys(new Set(formats), new Set(infos))).toBe(isUsable);
});
