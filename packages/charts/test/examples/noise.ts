/** Repeatable numbers between 0 and 1: the generator of Park and Miller (CACM 1988). */
export function uniformNoise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Repeatable, roughly normal numbers of mean 0 and SD 1: the sum of twelve uniform ones less 6. */
export function normalNoise(seed: number): () => number {
  const uniform = uniformNoise(seed);
  return () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
}
