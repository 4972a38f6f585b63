/** A plain value of cases.yml: of a meta map, an option or an input. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** A file or folder of the test data. */
export interface InputFile {
  file: string;
}

/** An element of what a process of `setup` emitted: 0 is the meta map. */
export interface InputOutput {
  output: string;
  element: number;
}

export type Input = Value | InputFile | InputOutput | readonly Input[];

export interface NumberAssertion {
  /** A regular expression whose first group is the number. */
  find: string;
  equals?: number;
  atLeast?: number;
  atMost?: number;
}

export interface ExpectedFile {
  file: string;
  entry?: string;
  bytes?: number;
  lines?: number;
  contains?: readonly string[];
  lacks?: readonly string[];
  numbers?: readonly NumberAssertion[];
  sha256?: string;
  flagged?: Readonly<Record<string, number>>;
  begins?: string;
}

export interface ExpectedFolder {
  folder: string;
  /** Whether it may hold more than is listed. */
  others?: boolean;
  holds: readonly ExpectedFile[];
}

export type Expected = Value | ExpectedFile | ExpectedFolder | readonly Expected[];

export interface SetupStep {
  /** Folder of the module, `gatk4/baserecalibrator`. */
  module: string;
  inputs: readonly Input[];
}

/** One test of a module, as pipelines/README.md describes it. */
export interface ModuleCase {
  name: string;
  run: "real" | "stub";
  options?: Readonly<Record<string, string | number>>;
  setup?: readonly SetupStep[];
  inputs: readonly Input[];
  outputs?: Readonly<Record<string, readonly Expected[]>>;
  fails?: string;
}

export interface ModuleCases {
  /** Programs that real cases need. */
  programs: readonly string[];
  cases: readonly ModuleCase[];
}

export function isExpectedFile(expected: Expected): expected is ExpectedFile {
  return isMap(expected) && "file" in expected;
}

export function isExpectedFolder(expected: Expected): expected is ExpectedFolder {
  return isMap(expected) && "folder" in expected;
}

export function isInputFile(input: Input): input is InputFile {
  return isMap(input) && "file" in input;
}

export function isInputOutput(input: Input): input is InputOutput {
  return isMap(input) && "output" in input;
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
