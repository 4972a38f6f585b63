import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { type PipelineSchema, RunnerError, readPipelineSchema } from "@touchstone/runner";
import type { NamedPipeline } from "../record/run-options.ts";

/** A pipeline that can be run. */
export interface Pipeline {
  readonly name: string;
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly schema: PipelineSchema;
  /** Its version as records name it. */
  readonly version: NamedPipeline;
}

/**
 * A pipeline of Touchstone's by name, or of the folder that is named.
 *
 * @throws RunnerError TS_PIPELINE_UNKNOWN.
 */
export function findPipeline(named: string): Pipeline {
  const own = dirname(createRequire(import.meta.url).resolve("@touchstone/pipelines/package.json"));
  const isFolder = named.includes("/") || named === ".";
  const folder = isFolder ? resolve(named) : join(own, named);
  const schema = join(folder, "nextflow_schema.json");
  if (!existsSync(join(folder, "main.nf")) || !existsSync(schema)) {
    const names = readdirSync(own).filter((name) => existsSync(join(own, name, "nextflow_schema.json")));
    const what = isFolder ? `${folder} has no main.nf and nextflow_schema.json` : `there is no pipeline ${named}`;
    throw new RunnerError("TS_PIPELINE_UNKNOWN", `${what}; Touchstone's are: ${names.join(", ")}`);
  }
  const { name, version } = manifestOf(folder);
  return { name, folder, schema: readPipelineSchema(schema), version: versionOf(name, version, folder) };
}

/** Name without its owner, and version, of the manifest in `nextflow.config`; the folder's name and 0 without one. */
function manifestOf(folder: string): { readonly name: string; readonly version: string } {
  const config = join(folder, "nextflow.config");
  const text = existsSync(config) ? readFileSync(config, "utf8") : "";
  const block = /\bmanifest\s*\{([^}]*)\}/.exec(text)?.[1] ?? "";
  const settingOf = (key: string) => new RegExp(`\\b${key}\\s*=\\s*['"]([^'"]+)['"]`).exec(block)?.[1];
  const name = settingOf("name")?.split("/").at(-1) ?? folder.split("/").at(-1) ?? folder;
  return { name, version: settingOf("version") ?? "0" };
}

/**
 * What ran, exactly: the manifest's version stands for one commit, the one with its tag, and for what is installed as a
 * package. Another commit is named in the version, and code with changes that nobody committed is called so.
 */
function versionOf(name: string, version: string, folder: string): NamedPipeline {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync("git", ["-C", folder, ...args], { encoding: "utf8" });
    return status === 0 ? stdout.trim() : null;
  };
  // A package in the node_modules of somebody's repository is none of its files.
  if (git("ls-files", "--error-unmatch", "main.nf") === null) return { name, version };
  const commit = git("rev-parse", "HEAD");
  if (commit === null) return { name, version };
  const short = commit.slice(0, 12);
  // Modules are beside the pipeline.
  const changes = git("status", "--porcelain", "--", "..");
  if (changes !== "") return { name, version: `${version}+${short}.changed` };
  const tags = git("tag", "--points-at", "HEAD")?.split("\n") ?? [];
  const isRelease = tags.includes(`v${version}`) || tags.includes(version);
  return { name, version: isRelease ? version : `${version}+${short}`, revision: commit };
}
