import { readdirSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";

/** The folder of the pipelines, absolute. */
export const pipelinesFolder: string = resolve(import.meta.dirname, "../../../pipelines");

/** The folder of the modules, absolute. */
export const modulesFolder: string = join(pipelinesFolder, "modules");

/** Every module by its folder inside of modules/: `fastqc`, `gatk4/applybqsr`. Sorted. */
export function moduleNames(): string[] {
  return readdirSync(modulesFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(`${sep}main.nf`))
    .map((path) => dirname(path).split(sep).join("/"))
    .sort();
}

/** The process that a module's folder has to hold: `GATK4_APPLYBQSR`. */
export function processNameOf(module: string): string {
  return module.replaceAll("/", "_").toUpperCase();
}
