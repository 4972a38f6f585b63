import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, normalize } from "node:path";
import { layers, TEST_SUPPORT } from "./layers.ts";
import { readSource } from "./read-source.ts";
import { type Manifest, readWorkspace, type Workspace, type WorkspacePackage } from "./workspace.ts";

const EXACT_VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/**
 * Everything in the repository at `root` that breaks the direction of imports or the rules on dependencies, one
 * sentence each, beginning with the file. Empty when all is well.
 */
export function layeringViolations(root: string): string[] {
  const workspace = readWorkspace(root);
  return [
    ...versionViolations("package.json", workspace.manifest),
    ...workspace.packages.flatMap((owner) => [
      ...manifestViolations(owner, workspace),
      ...owner.files.flatMap((file) => fileViolations(file, owner, workspace)),
    ]),
  ];
}

function manifestViolations({ folder, manifest }: WorkspacePackage, workspace: Workspace): string[] {
  const path = `${folder}/package.json`;
  const allowed = layers[manifest.name];
  if (allowed === undefined) {
    return [`${path}: ${manifest.name} has no layer; give it one in scripts/layering/layers.ts`];
  }
  const violations = versionViolations(path, manifest);
  if (manifest.version !== workspace.manifest.version) {
    violations.push(`${path}: version ${manifest.version} is not the repository's ${workspace.manifest.version}`);
  }
  for (const [name, version] of Object.entries(manifest.dependencies ?? {})) {
    if (!isOurs(name, workspace)) {
      continue;
    }
    if (!allowed.includes(name)) {
      violations.push(`${path}: ${manifest.name} may not depend on ${name}`);
    }
    if (version !== workspace.manifest.version) {
      violations.push(`${path}: ${name} ${version} is not the repository's ${workspace.manifest.version}`);
    }
  }
  return violations;
}

function versionViolations(path: string, { dependencies, devDependencies }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !EXACT_VERSION.test(version))
    .map(([name, version]) => `${path}: ${name} "${version}" is no exact version`);
}

function fileViolations(file: string, owner: WorkspacePackage, workspace: Workspace): string[] {
  const { imports, makesBareError, reExportsAll } = readSource(file, readFileSync(join(workspace.root, file), "utf8"));
  const violations = imports.map((name) => importViolation(name, file, owner, workspace));
  if (makesBareError && file.startsWith("packages/") && !isTest(file, owner)) {
    violations.push("makes a bare Error; throw the package's own error class with a code");
  }
  if (reExportsAll) {
    violations.push('"export *" hides what is public; name each export');
  }
  return violations.filter((violation) => violation !== null).map((violation) => `${file}: ${violation}`);
}

/** What is wrong with one import, or null. */
function importViolation(name: string, file: string, owner: WorkspacePackage, workspace: Workspace): string | null {
  if (name.startsWith(".")) {
    const target = normalize(join(dirname(file), name));
    return target.startsWith(`${owner.folder}/`) ? null : `"${name}" reaches outside its package`;
  }
  if (isBuiltin(name)) {
    return name.startsWith("node:") ? null : `"${name}" is built into Node; write "node:${name}"`;
  }
  const dependency = packageOf(name);
  return isOurs(dependency, workspace)
    ? ourImportViolation(name, file, owner, workspace)
    : foreignImportViolation(dependency, file, owner, workspace);
}

function ourImportViolation(name: string, file: string, owner: WorkspacePackage, workspace: Workspace): string | null {
  const dependency = packageOf(name);
  const own = owner.manifest.name;
  if (dependency === own && !isTest(file, owner)) {
    return `"${name}" is this package; import its files by relative path`;
  }
  // Tests may use their package from outside, by its name.
  if (dependency === own) {
    return null;
  }
  const forTest = dependency === TEST_SUPPORT && isTest(file, owner);
  if (!forTest && !layers[own]?.includes(dependency)) {
    return `${own} may not import ${dependency}`;
  }
  if (!forTest && !declares(owner.manifest, dependency)) {
    return `${dependency} is not among the dependencies of ${own}`;
  }
  const exported = workspace.packages.find(({ manifest }) => manifest.name === dependency)?.manifest.exports ?? {};
  const subpath = `.${name.slice(dependency.length)}`;
  return Object.hasOwn(exported, subpath) ? null : `"${name}" is inside ${dependency}, which does not export it`;
}

function foreignImportViolation(
  dependency: string,
  file: string,
  owner: WorkspacePackage,
  workspace: Workspace,
): string | null {
  const { manifest } = owner;
  const declared = isTest(file, owner)
    ? declares(manifest, dependency) || declaresForDevelopment([manifest, workspace.manifest], dependency)
    : declares(manifest, dependency);
  return declared ? null : `${dependency} is not among the dependencies of ${manifest.name}`;
}

function declares({ dependencies }: Manifest, name: string): boolean {
  return Object.hasOwn(dependencies ?? {}, name);
}

function declaresForDevelopment(manifests: readonly Manifest[], name: string): boolean {
  return manifests.some(({ devDependencies }) => Object.hasOwn(devDependencies ?? {}, name));
}

function isOurs(name: string, workspace: Workspace): boolean {
  return name.startsWith("@touchstone/") || workspace.packages.some(({ manifest }) => manifest.name === name);
}

/** `name`, `name/sub`, `@scope/name/sub` -> the package's own name. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Whether a file is for development alone: a test, its helper, a build's settings, or of a package not published. */
function isTest(file: string, { folder }: WorkspacePackage): boolean {
  const isNamedSo = file.endsWith(".test.ts") || file.endsWith(".config.ts");
  return isNamedSo || file.startsWith(`${folder}/test/`) || !folder.startsWith("packages/");
}
