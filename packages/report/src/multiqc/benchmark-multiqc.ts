import { type BenchmarkInput, truthSetName } from "../benchmark/benchmark-input.ts";
import { cellsOf, headersOf } from "./comparison-multiqc.ts";
import { type MultiqcFile, multiqcFile, partName } from "./section.ts";

/** A benchmark as custom content of MultiQC: a table with a row for each comparison, of records that pass their filters. */
export function benchmarkMultiqc({ comparisons }: Pick<BenchmarkInput, "comparisons">): MultiqcFile {
  const rows = comparisons.map((one) => {
    const whole = one.metrics.rows.filter(
      ({ filter, subtype, stratum }) => filter === "PASS" && subtype === "*" && stratum === "*",
    );
    const set = one.stratification === null ? truthSetName(one) : `${truthSetName(one)}, ${one.stratification}`;
    return { name: partName(`${one.caller} against ${set}`, one.sample), whole };
  });
  const types = [...new Set(rows.flatMap(({ whole }) => whole.map(({ type }) => type)))].sort().reverse();
  const title = "Touchstone: benchmark";
  return multiqcFile("touchstone_benchmark", {
    id: "touchstone_benchmark",
    section_name: title,
    description:
      "Call sets against truth sets, records that pass their filters. A cell is empty where there is nothing to divide by.",
    plot_type: "table",
    headers: Object.assign({}, ...types.map(headersOf)),
    pconfig: { id: "touchstone_benchmark_table", title, col1_header: "Call set" },
    data: Object.fromEntries(rows.map(({ name, whole }) => [name, cellsOf(whole)])),
  });
}
