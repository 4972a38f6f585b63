import type { paths } from "@touchstone/client";

/** What a GET of a path answers. */
export type AnswerOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Answer } } } };
}
  ? Answer
  : never;

/** A record as the list at a path holds it. */
export type ItemOf<Path extends keyof paths> = AnswerOf<Path> extends { items: readonly (infer Item)[] } ? Item : never;
