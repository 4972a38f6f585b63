import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the built dashboard; null where it is not built. */
export function dashboardFolder(): string | null {
  const page = fileURLToPath(import.meta.resolve("@touchstone/dashboard/index.html"));
  return existsSync(page) ? dirname(page) : null;
}
