import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * The folder that holds the programs of pipelines, and what is made once for them: `pipeline` in TOUCHSTONE_CACHE, else in
 * `touchstone` of XDG_CACHE_HOME, else in `~/.cache/touchstone`. It is an absolute path, and need not be there yet.
 */
export function pipelineCache(environment: Readonly<NodeJS.ProcessEnv> = process.env): string {
  const { TOUCHSTONE_CACHE: own, XDG_CACHE_HOME: cache } = environment;
  if (own !== undefined && own !== "") return resolve(own, "pipeline");
  return join(cache === undefined || cache === "" ? join(homedir(), ".cache") : resolve(cache), "touchstone/pipeline");
}
