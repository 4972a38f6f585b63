import type { Json } from "./reference-case.ts";

/** What Touchstone computes for an expected value; lists and records element by element. */
export type Computed =
  | number
  | string
  | boolean
  | null
  | Estimate
  | Keyed
  | Judgement
  | Withheld
  | readonly Computed[]
  | { readonly [name: string]: Computed };

/** Computes the value of a name; the form of what is expected may decide the form of the answer. */
export type Answer = (expected: Json) => Computed;

/** The answers of one way to read an input; undefined for a name without a meaning there. */
export type Answers = (name: string) => Answer | undefined;

/** A value that may be asked for alone, or as a record with its test and interval. */
export class Estimate {
  readonly value: Computed;
  readonly parts: Answers;

  constructor(value: Computed, parts: Answers) {
    this.value = value;
    this.parts = parts;
  }
}

/** A record whose names are data, such as the number of a run. */
export class Keyed {
  readonly at: (key: string, expected: Json) => Computed;

  constructor(at: (key: string, expected: Json) => Computed) {
    this.at = at;
  }
}

/** An answer that has to be held against what is expected as a whole, such as a text that names a rule. */
export class Judgement {
  readonly agrees: boolean;
  /** What was found, for a reader. */
  readonly found: string;

  constructor(agrees: boolean, found: string) {
    this.agrees = agrees;
    this.found = found;
  }
}

/** A value that Touchstone declines to give, although other programs print one; null agrees with it. */
export class Withheld {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Answers by fixed names, and then by a pattern of names. */
export function answersBy(byName: Readonly<Record<string, Answer>>, byPattern: Answers = () => undefined): Answers {
  return (name) => (Object.hasOwn(byName, name) ? byName[name] : byPattern(name));
}

/** Computes a value when it is first asked for. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

/** A text that says why a value is undefined: any text agrees, as long as the value is. */
export function undefinedBecause(reason: string | null): Answer {
  return () => new Judgement(reason !== null, reason ?? "defined");
}
