import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";

/** A run by its name, leading to its page. A name is text, whatever stands in it. */
export function RunLink({
  run,
}: {
  readonly run: { readonly id: string; readonly name: string } | null;
}): ReactElement {
  if (run === null) return <>–</>;
  return (
    <Link to="/runs/$run" params={{ run: run.id }}>
      {run.name}
    </Link>
  );
}

/** A control, leading to its chart. */
export function ControlChartLink(props: {
  readonly control: {
    readonly material: string;
    readonly materialLot: string | null;
    readonly analyte: string;
    readonly level: string | null;
  };
}): ReactElement {
  const { material, materialLot: lot, analyte, level } = props.control;
  const search = { material, analyte, ...(lot === null ? {} : { lot }), ...(level === null ? {} : { level }) };
  return (
    <Link to="/control-charts" search={search}>
      chart of {[analyte, level, "in", material, lot].filter((part) => part !== null).join(" ")}
    </Link>
  );
}
