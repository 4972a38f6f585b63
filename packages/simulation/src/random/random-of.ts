import { Random } from "./random.ts";

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
/** Seeds above it would need more than the 53 bits that numbers have. */
const LARGEST_SEED = 2 ** 20;

/** Random numbers of one thing: they depend on the seed and on its key (FNV-1a), and on nothing else. */
export function randomOf(seed: number, key: string): Random {
  let hash = OFFSET;
  for (let place = 0; place < key.length; place++) hash = Math.imul(hash ^ key.charCodeAt(place), PRIME) >>> 0;
  return new Random((seed % LARGEST_SEED) * 2 ** 32 + hash);
}
