import type { Role } from "@touchstone/server";

/** Somebody who works in the laboratory. */
export interface DemoPerson {
  readonly name: string;
  readonly printedName: string;
  readonly role: Role;
}

/** The password of everybody in the demo. It is printed, and protects nothing. */
export const DEMO_PASSWORD = "touchstone demo only";

/** The people of the laboratory, by what they do. */
export const people = {
  technologist: { name: "j.novak", printedName: "Jana Novak", role: "technologist" },
  engineer: { name: "t.berg", printedName: "Tomas Berg", role: "technologist" },
  reviewer: { name: "r.osei", printedName: "Ruth Osei", role: "reviewer" },
  deputy: { name: "m.ferrari", printedName: "Marco Ferrari", role: "reviewer" },
  director: { name: "d.lindqvist", printedName: "Dr. Dagny Lindqvist", role: "director" },
  auditor: { name: "a.haddad", printedName: "Amira Haddad", role: "auditor" },
  admin: { name: "k.sato", printedName: "Kenji Sato", role: "admin" },
} as const satisfies Readonly<Record<string, DemoPerson>>;

/** A key of `people`. */
export type Position = keyof typeof people;
