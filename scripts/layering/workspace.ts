import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The fields of a package.json that the layering looks at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
}

/** One package of the repository. */
export interface WorkspacePackage {
  /** Path from the repository's root, e.g. `packages/formats`. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Paths of its TypeScript and JavaScript files from the repository's root, sorted. */
  readonly files: readonly string[];
}

/** A repository: the root's manifest and its packages. */
export interface Workspace {
  readonly root: string;
  readonly manifest: Manifest;
  readonly packages: readonly WorkspacePackage[];
}

const NOT_SOURCE = ["**/node_modules/**", "**/dist/**", "**/bundle/**"];

/** Reads the manifests and lists the files of the repository at `root`. */
export function readWorkspace(root: string): Workspace {
  const manifest = readManifest(join(root, "package.json"));
  const folders = (manifest.workspaces ?? [])
    .flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }))
    .map((path) => dirname(path))
    .toSorted();
  return { root, manifest, packages: folders.map((folder) => readPackage(root, folder)) };
}

function readPackage(root: string, folder: string): WorkspacePackage {
  const files = globSync(`${folder}/**/*.{ts,tsx,js}`, { cwd: root, exclude: NOT_SOURCE }).toSorted();
  return { folder, manifest: readManifest(join(root, folder, "package.json")), files };
}

function readManifest(path: string): Manifest {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : { name: "", version: "" };
}
