import { InvalidArgumentError } from "commander";

/** A lot of a reagent. */
export interface NamedLot {
  readonly reagent: string;
  readonly lot: string;
}

/** Reads a further `REAGENT=LOT` of an option that may be given again. */
export function lots(text: string, before: readonly NamedLot[] = []): readonly NamedLot[] {
  const [reagent = "", ...rest] = text.split("=");
  const lot = rest.join("=");
  if (reagent === "" || lot === "") throw new InvalidArgumentError("Give REAGENT=LOT.");
  return [...before, { reagent, lot }];
}
