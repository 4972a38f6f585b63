import type { IdentityDocument } from "@touchstone/model";
import type { ContigDepth, DeclaredSex } from "./identity-input.ts";

/** What the depths of the sex chromosomes say, beside what the samplesheet does. */
export type SexCheck = IdentityDocument["samples"][number]["sex"];

/** Depth of X / depth of autosomes, Rx: below 0.60 for XY, above 0.80 for XX (Mittnik et al. 2016). */
const X_RATIO = { xy: 0.6, xx: 0.8 };
/**
 * Share of Y in what aligns to X and Y, RY: above 0.075 for XY (Skoglund et al. 2013). Their 0.016 for XX holds for alignments
 * of mapping quality 30; of all alignments, XX has up to about 0.02 and XXY 0.07 or more, so 0.04 is the limit here.
 */
const Y_SHARE = { xx: 0.04, xy: 0.075 };
/** Below one read a base, a handful of misplaced reads on Y decides. */
const LEAST_AUTOSOMAL_DEPTH = 1;
const AUTOSOME = /^(chr)?([1-9]|1[0-9]|2[0-2])$/;

/**
 * Holds the sex that a samplesheet declares to the depths of X and Y.
 *
 * Two rules have to agree: the ratio of X to the autosomes, Rx (Mittnik et al. 2016, doi:10.1371/journal.pone.0163019: XX
 * above 0.80, XY below 0.60), and the share of Y in the bases on X and Y, RY (Skoglund et al. 2013,
 * doi:10.1016/j.jas.2013.07.004: XY above 0.075; XX below 0.04 for depths of all alignments). What fits neither (other sets
 * of sex chromosomes, mixtures) is not evaluable, never a match; so is a sample without X, Y or autosomes of 1x.
 *
 * @param depths of all contigs; undefined where nothing was measured
 */
export function checkSex(declared: DeclaredSex, depths: readonly ContigDepth[] | undefined): SexCheck {
  const measured = sexDepths(depths ?? []);
  const inferred = measured.reason === null ? sexOf(measured) : null;
  return { ...measured, declared, inferred, ...judge(declared, inferred, measured) };
}

type SexDepths = Pick<SexCheck, "autosomalDepth" | "xRatio" | "yShare" | "reason">;

function sexDepths(depths: readonly ContigDepth[]): SexDepths {
  const sum = (named: (contig: string) => boolean) => {
    const chosen = depths.filter(({ contig }) => named(contig));
    const add = (of: (depth: ContigDepth) => number) => chosen.reduce((total, depth) => total + of(depth), 0);
    return { length: add(({ length }) => length), bases: add(({ bases }) => bases) };
  };
  const autosomes = sum((contig) => AUTOSOME.test(contig));
  const [x, y] = [sum((contig) => /^(chr)?X$/.test(contig)), sum((contig) => /^(chr)?Y$/.test(contig))];
  const autosomalDepth = autosomes.length === 0 ? null : autosomes.bases / autosomes.length;
  const absent = [
    ...(autosomalDepth === null ? ["autosomes"] : []),
    ...(x.length === 0 ? ["X"] : []),
    ...(y.length === 0 ? ["Y"] : []),
  ];
  if (autosomalDepth === null || absent.length > 0) {
    return { autosomalDepth, xRatio: null, yShare: null, reason: `no depth of ${absent.join(", ")}` };
  }
  const xRatio = autosomalDepth === 0 ? null : x.bases / x.length / autosomalDepth;
  const yShare = x.bases + y.bases === 0 ? null : y.bases / (x.bases + y.bases);
  const isDeep = autosomalDepth >= LEAST_AUTOSOMAL_DEPTH && xRatio !== null && yShare !== null;
  const reason = isDeep ? null : `autosomes have a depth of ${autosomalDepth.toFixed(2)}, and 1 is needed`;
  return { autosomalDepth, xRatio, yShare, reason };
}

function sexOf({ xRatio, yShare }: SexDepths): "female" | "male" | null {
  if (xRatio === null || yShare === null) return null;
  if (xRatio > X_RATIO.xx && yShare < Y_SHARE.xx) return "female";
  if (xRatio < X_RATIO.xy && yShare > Y_SHARE.xy) return "male";
  return null;
}

function judge(
  declared: DeclaredSex,
  inferred: "female" | "male" | null,
  { xRatio, yShare, reason }: SexDepths,
): Pick<SexCheck, "state" | "reason"> {
  if (reason !== null) return { state: "not evaluable", reason };
  const found = `X is ${xRatio?.toFixed(2)} of the autosomes' depth, Y ${yShare?.toFixed(3)} of what is on X and Y`;
  if (inferred === null) return { state: "not evaluable", reason: `${found}: neither XX nor XY` };
  if (declared === "unknown")
    return { state: "not evaluable", reason: `the samplesheet does not say; ${found}: ${inferred}` };
  if (declared === inferred) return { state: "match", reason: null };
  return { state: "mismatch", reason: `the samplesheet says ${declared}; ${found}: ${inferred}` };
}
