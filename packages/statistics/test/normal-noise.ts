/** Independent standard normal numbers by Box and Muller's method; the same seed gives the same numbers. */
export function normalNoise(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    // Park & Miller's minimal standard generator.
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
