import type { StratumKey } from "../imported-comparison.ts";

type Names = Pick<StratumKey, "variantType" | "subtype">;

/** aardvark's types by the words of the records; its joint types are the whole of ours. */
const TYPES: Readonly<Record<string, Names>> = {
  ALL: { variantType: "ALL", subtype: "*" },
  Snv: { variantType: "SNP", subtype: "*" },
  JointIndel: { variantType: "INDEL", subtype: "*" },
  Insertion: { variantType: "INDEL", subtype: "Insertion" },
  Deletion: { variantType: "INDEL", subtype: "Deletion" },
  Indel: { variantType: "INDEL", subtype: "Indel" },
  JointTandemRepeat: { variantType: "TandemRepeat", subtype: "*" },
  TrExpansion: { variantType: "TandemRepeat", subtype: "TrExpansion" },
  TrContraction: { variantType: "TandemRepeat", subtype: "TrContraction" },
  JointStructuralVariant: { variantType: "StructuralVariant", subtype: "*" },
  SvInsertion: { variantType: "StructuralVariant", subtype: "SvInsertion" },
  SvDeletion: { variantType: "StructuralVariant", subtype: "SvDeletion" },
  SvDuplication: { variantType: "StructuralVariant", subtype: "SvDuplication" },
  SvInversion: { variantType: "StructuralVariant", subtype: "SvInversion" },
  SvBreakend: { variantType: "StructuralVariant", subtype: "SvBreakend" },
};

/** Type and subtype of a row of aardvark's; a type that later versions add keeps its name. */
export function aardvarkType(name: string): Names {
  return Object.hasOwn(TYPES, name) ? (TYPES[name] as Names) : { variantType: name, subtype: "*" };
}
