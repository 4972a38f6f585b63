import { DEMO_PASSWORD } from "./people.ts";

/** A signature with its meaning, as requests hold it. */
export function signature(meaning: string): { meaning: string; password: string } {
  return { meaning, password: DEMO_PASSWORD };
}

/** What an answer holds. @throws TypeError for one without content, which no success has. */
export function contentOf<T>({ data }: { readonly data?: T }): NonNullable<T> {
  if (data === undefined || data === null) throw new TypeError("an answer without content");
  return data;
}
