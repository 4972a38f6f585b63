import { type TString, Type } from "@sinclair/typebox";

/** A day, of years that a laboratory has to do with: PostgreSQL and people agree on them. */
export const DaySchema: TString = Type.String({ format: "date", pattern: "^(19|2\\d)\\d\\d-" });
