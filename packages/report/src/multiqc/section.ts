/** A value of a cell, or a point of a line. */
type Cell = number | string;

/** How MultiQC shows a column of a table. */
export interface MultiqcHeader {
  readonly title: string;
  readonly description: string;
  readonly min?: number;
  readonly max?: number;
  /** Python's format, as `{:,.4f}`. */
  readonly format?: string;
  readonly scale?: string | false;
  readonly hidden?: boolean;
}

/** A section of MultiQC's custom content: a file named `*_mqc.json`. Files of the same id make one section. */
export interface MultiqcSection {
  readonly id: string;
  readonly section_name: string;
  /** HTML: never of data. */
  readonly description: string;
  readonly plot_type: "table" | "linegraph";
  readonly pconfig: Readonly<Record<string, Cell | boolean>>;
  readonly headers?: Readonly<Record<string, MultiqcHeader>>;
  readonly data: Readonly<Record<string, Readonly<Record<string, Cell>> | readonly (readonly [number, number])[]>>;
}

/** A file with a section, its name after the prefix. */
export interface MultiqcFile {
  readonly suffix: string;
  readonly content: string;
}

/** The file of a section: named so that MultiQC finds it. */
export function multiqcFile(name: string, section: MultiqcSection): MultiqcFile {
  return { suffix: `.${name}_mqc.json`, content: `${JSON.stringify(section, null, 2)}\n` };
}

/** The cells that have a value: MultiQC shows an empty cell for what is left out, where null would be an error. */
export function known(cells: Readonly<Record<string, Cell | null | undefined>>): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (cell === null || cell === undefined ? [] : [[name, cell]])),
  );
}

/**
 * A name as MultiQC puts it into its page unread: what HTML would take for its own is written as an entity, and so is a
 * slash, before which MultiQC would cut the name off as a folder.
 */
export function shownName(name: string): string {
  return name
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("/", "&#47;");
}

/**
 * The name of a part of a sample: the part first, since MultiQC cuts names off at the ending of a file, as `.bam`; of the
 * part itself no ending is one.
 */
export function partName(part: string, sample: string): string {
  return `${shownName(part).replaceAll(/\.(?=[A-Za-z])/g, "&#46;")} | ${shownName(sample)}`;
}
