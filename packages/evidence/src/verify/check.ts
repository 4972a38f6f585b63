/** What one check of a bundle found. */
export interface Check {
  readonly name:
    | "container"
    | "manifest"
    | "files"
    | "sums"
    | "canonical"
    | "seal"
    | "signatures"
    | "audit rows"
    | "audit trail of signatures"
    | "anchors";
  /** `unproven`: nothing is wrong, but nothing outside the bundle vouches for it. */
  readonly state: "passed" | "failed" | "unproven";
  /** One sentence. */
  readonly message: string;
}

export function passed(name: Check["name"], message: string): Check {
  return { name, state: "passed", message };
}

export function failed(name: Check["name"], message: string): Check {
  return { name, state: "failed", message };
}

export function unproven(name: Check["name"], message: string): Check {
  return { name, state: "unproven", message };
}
