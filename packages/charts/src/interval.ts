/** Lower and upper bound; drawn only where both are finite. */
export type Interval = readonly [low: number, high: number];
