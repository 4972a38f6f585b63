import type { ImportedComparison } from "@touchstone/ingest";
import type { Tables, TruthSetTable } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { invalidField, type ServerError } from "../error.ts";
import type { NewComparison } from "./schema.ts";

type TruthSetRow = Selectable<TruthSetTable>;

/** Hashes of the files that a comparison was made with; null where it had none, undefined where nothing says. */
interface TruthFiles {
  readonly vcf: string | undefined;
  readonly regions: string | null | undefined;
}

/**
 * The truth set of a comparison: the one that is named, or the one whose files its provenance names. Where there is a
 * provenance, it has to name the files of the truth set: scores against another truth, or within other confident regions,
 * are no scores of it.
 *
 * @param madeAt when the comparison was made: a truth set that was retired before is not for it.
 * @throws ServerError TS_REQUEST_INVALID.
 */
export async function findTruthSetOf(
  kysely: Kysely<Tables>,
  named: NewComparison["truthSet"],
  { provenance }: Pick<ImportedComparison, "provenance">,
  madeAt: Date,
): Promise<TruthSetRow> {
  const files = truthFilesOf(provenance);
  const candidates = kysely.selectFrom("truth_set").selectAll();
  if (named === undefined) {
    if (files.vcf === undefined) throw wrong("name it: the files do not say with which truth the comparison was made");
    const ofVcf = await candidates.where("vcf_sha256", "=", files.vcf).execute();
    const found = ofVcf.filter((one) => differenceOf(one, files) === null && isInUse(one, madeAt));
    if (found.length === 1) return found[0] as TruthSetRow;
    const names = found.map(({ name, version }) => `${name} ${version}`).join(", ");
    throw wrong(
      found.length > 1
        ? `${names} have the same files; name the one that is meant`
        : `no truth set in use has the VCF and the regions of the comparison (VCF SHA-256 ${files.vcf}, regions ${files.regions ?? "none"}); add it first (POST /api/v1/truth-sets)`,
    );
  }
  const { name, version } = named;
  const found = await candidates.where("name", "=", name).where("version", "=", version).executeTakeFirst();
  if (found === undefined) {
    throw wrong(`there is no truth set ${name} ${version}; add it first (POST /api/v1/truth-sets)`);
  }
  if (!isInUse(found, madeAt)) throw wrong(`truth set ${name} ${version} was retired before the comparison was made`);
  const difference = differenceOf(found, files);
  if (difference !== null) throw wrong(`${name} ${version} has other files: ${difference}`);
  return found;
}

function wrong(message: string): ServerError {
  return invalidField("/body/truthSet", message);
}

function isInUse({ retired_at: retiredAt }: TruthSetRow, madeAt: Date): boolean {
  return retiredAt === null || madeAt < retiredAt;
}

/** A truth set of which no regions are on record says nothing about them. */
function differenceOf(truthSet: TruthSetRow, { vcf, regions }: TruthFiles): string | null {
  if (vcf !== undefined && vcf !== truthSet.vcf_sha256) {
    return `its VCF has SHA-256 ${truthSet.vcf_sha256}, and the comparison was made with ${vcf}`;
  }
  const expected = truthSet.regions_sha256;
  if (regions === undefined || expected === null || regions === expected) return null;
  return `its regions have SHA-256 ${expected}, and the comparison was made ${regions === null ? "without" : `with ${regions}`}`;
}

/** Touchstone's own provenance has the hashes of its inputs; other programs give none. */
function truthFilesOf(provenance: ImportedComparison["provenance"]): TruthFiles {
  const inputs = provenance?.inputs as { truth?: Sha256 | null; regions?: Sha256 | null } | undefined;
  const vcf = inputs?.truth?.sha256;
  if (typeof vcf !== "string") return { vcf: undefined, regions: undefined };
  return { vcf, regions: inputs?.regions?.sha256 ?? null };
}

interface Sha256 {
  readonly sha256?: string;
}
