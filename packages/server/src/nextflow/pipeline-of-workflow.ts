import type { NamedPipelineVersion } from "../named/ensure-named.ts";
import { type JsonRecord, recordOf, textOf } from "./report-values.ts";

const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
/** A revision that is named like a release, which stays what it is; a branch goes on. */
const RELEASE = /^v?\d+(\.\d+)+([-+.].*)?$/;
const SHORT = 10;

/**
 * The pipeline's version that an execution is of: the release's name, or a branch with its commit, since that is another
 * one tomorrow. A script outside a repository is known by the version in its manifest, or by its hash.
 *
 * @returns null when Nextflow tells too little.
 */
export function pipelineOfWorkflow(workflow: JsonRecord): NamedPipelineVersion | null {
  const manifest = recordOf(workflow.manifest);
  const manifestName = textOf(manifest.name, 150);
  const projectName = textOf(workflow.projectName, 150);
  const hasRepository = textOf(workflow.repository, 1) !== null;
  // A fork is another pipeline, whatever its manifest says.
  const pipeline = hasRepository ? (projectName ?? manifestName) : (manifestName ?? projectName);
  const version = versionOf(workflow, textOf(manifest.version, 100));
  return pipeline === null || version === null ? null : { pipeline, ...version };
}

function versionOf(workflow: JsonRecord, manifestVersion: string | null) {
  const revision = textOf(workflow.revision, 100);
  const name = revision ?? manifestVersion;
  const commit = textOf(workflow.commitId, 64);
  if (commit !== null && COMMIT.test(commit)) {
    const short = commit.slice(0, SHORT);
    // A manifest has the release's version already before, and still after, the commit of the release.
    if (revision !== null && RELEASE.test(revision)) return { version: revision, revision: commit };
    return { version: name === null ? short : `${name}@${short}`, revision: commit };
  }
  if (name !== null) return { version: name };
  const script = textOf(workflow.scriptId, 64);
  return script === null ? null : { version: `script ${script.slice(0, SHORT)}` };
}

/** The same when its name is taken by another commit: the tag was moved, so the commit tells them apart. */
export function withCommit({ pipeline, version, revision = "" }: NamedPipelineVersion): NamedPipelineVersion {
  return { pipeline, version: `${version}@${revision.slice(0, SHORT)}`, revision };
}
