/** What changed: reagent or control lot, pipeline version, service of an instrument, a corrective action. */
export type ChartEventKind = "lot" | "version" | "service" | "corrective action";

/**
 * A change drawn as a vertical line. Placed before `run` where that run is on the chart, otherwise at `time`; an event
 * that cannot be placed is named below the chart, never dropped.
 */
export interface ChartEvent {
  readonly run?: string;
  /** ISO 8601; without a zone it is UTC. */
  readonly time?: string;
  readonly label: string;
  readonly kind: ChartEventKind;
}
