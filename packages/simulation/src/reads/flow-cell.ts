import type { Random } from "../random/random.ts";
import type { Fragment } from "./fragment-source.ts";

/** Where a cluster lies. */
export interface Cluster {
  readonly tile: number;
  readonly x: number;
  readonly y: number;
}

const FIRST_TILE = 1101;
const CLUSTERS_PER_TILE = 20_000;
const EDGE = 1000;
const WIDTH = 30_000;
/** An optical duplicate lies this close: well within what duplicate marking takes for one cluster (100). */
const NEAR = 30;

/** The clusters of one lane. They are read tile by tile from top to bottom, so that no two have the same place. */
export class Lane {
  readonly #random: Random;
  readonly #latest: { readonly fragment: Fragment; readonly cluster: Cluster }[] = [];
  #count = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A molecule with a cluster close to where the next one will be; null where there is none. */
  neighbour(): { readonly fragment: Fragment; readonly cluster: Cluster } | null {
    return this.#latest.length === 0 || this.#count % CLUSTERS_PER_TILE === 0 ? null : this.#random.pick(this.#latest);
  }

  /** A cluster anywhere across the tile. */
  add(fragment: Fragment): Cluster {
    return this.#place(fragment, EDGE + this.#random.between(0, WIDTH));
  }

  /** A cluster beside another one. */
  addNear(fragment: Fragment, { x }: Cluster): Cluster {
    return this.#place(fragment, x + this.#random.between(-NEAR, NEAR));
  }

  #place(fragment: Fragment, x: number): Cluster {
    const inTile = this.#count % CLUSTERS_PER_TILE;
    if (inTile === 0) this.#latest.length = 0;
    const cluster = { tile: FIRST_TILE + Math.floor(this.#count / CLUSTERS_PER_TILE), x, y: EDGE + inTile };
    this.#count++;
    this.#latest.push({ fragment, cluster });
    if (this.#latest.length > NEAR) this.#latest.shift();
    return cluster;
  }
}
