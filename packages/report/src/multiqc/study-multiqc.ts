import type { ReplicateStudy } from "../reproducibility/study-input.ts";
import { known, type MultiqcFile, type MultiqcHeader, multiqcFile, partName } from "./section.ts";

const SHARE = { min: 0, max: 1, format: "{:,.4f}" };

const HEADERS: Readonly<Record<string, MultiqcHeader>> = {
  complete: { title: "In all runs", description: "Variants that all runs measured", format: "{:,.0f}", scale: false },
  icc: { title: "ICC(A,1)", description: "Absolute agreement of single runs", max: 1, format: "{:,.4f}" },
  icc_low: { title: "ICC, low", description: "95% interval", format: "{:,.4f}", hidden: true, scale: false },
  icc_high: { title: "ICC, high", description: "95% interval", format: "{:,.4f}", hidden: true, scale: false },
  sd: { title: "SD", description: "Between runs within a variant", min: 0, format: "{:,.5f}" },
  median_cv: { title: "Median CV", description: "Between runs, as a fraction", min: 0, format: "{:,.4f}" },
  floor_cv: { title: "Floor", description: "Median CV that counting reads alone gives", min: 0, format: "{:,.4f}" },
  call_rate: { title: "Call rate", description: "Calls over what is not of low depth", ...SHARE },
};

/** A study of replicates as custom content of MultiQC: a table with a row for each stratum. */
export function studyMultiqc({
  name,
  study,
}: {
  readonly name: string;
  readonly study: ReplicateStudy;
}): MultiqcFile[] {
  const title = "Touchstone: reproducibility";
  return [
    multiqcFile("touchstone_reproducibility", {
      id: "touchstone_reproducibility",
      section_name: title,
      description:
        "Agreement of replicate runs by stratum. The ICC of all variants together says more of how they spread than of the runs. A cell is empty where a number is not evaluable.",
      plot_type: "table",
      pconfig: { id: "touchstone_reproducibility_table", title, col1_header: "Stratum and study" },
      headers: HEADERS,
      data: Object.fromEntries(
        study.strata.map(({ name: stratum, complete, icc, within, cv, calls }) => [
          partName(stratum, name),
          known({
            complete,
            icc: icc.agreement.value,
            icc_low: icc.agreement.interval?.[0],
            icc_high: icc.agreement.interval?.[1],
            sd: within.sd,
            median_cv: cv.median,
            floor_cv: cv.floorMedian,
            call_rate: calls.callRate,
          }),
        ]),
      ),
    }),
  ];
}
