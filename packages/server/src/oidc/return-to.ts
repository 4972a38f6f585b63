import { type TString, Type } from "@sinclair/typebox";
import { invalidField } from "../error.ts";

/** Where a browser goes when it is done: a path of this very site. */
export const ReturnToSchema: TString = Type.String({
  maxLength: 2000,
  pattern: "^/[!-~]*$",
  description: "Path to show afterwards, with its base path.",
});

/**
 * The path as a browser would understand it.
 *
 * @throws ServerError TS_REQUEST_INVALID for what would lead to another site (`//evil.example`, `/\evil.example`).
 */
export function readReturnTo(pointer: string, returnTo: string | undefined, basePath: string): string {
  const site = "http://this-site.invalid";
  const text = returnTo ?? `${basePath}/`;
  const url = URL.canParse(text, site) ? new URL(text, site) : null;
  if (url === null || url.origin !== site) throw invalidField(pointer, "is no path of this site");
  if (url.pathname.startsWith("//")) throw invalidField(pointer, "is no path of this site");
  if (!`${url.pathname}/`.startsWith(`${basePath}/`)) throw invalidField(pointer, `does not begin with ${basePath}/`);
  return `${url.pathname}${url.search}${url.hash}`;
}
