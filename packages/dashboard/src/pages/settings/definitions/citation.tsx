import type { ReactElement } from "react";

/** A number of a definition with where it comes from. */
export interface Cited {
  readonly value: number;
  readonly citation?: string;
}

/** Such a number with its unit and its source below; a dash with its reason where there is none. */
export function CitedNumber(props: {
  readonly number: Cited | undefined;
  readonly unit?: string;
  /** What it means that there is none. */
  readonly missing: string;
}): ReactElement {
  const { number, unit, missing } = props;
  if (number === undefined) return <span title={missing}>–</span>;
  return (
    <>
      {number.value}
      {unit === undefined ? "" : ` ${unit}`}
      <br />
      <small>{number.citation ?? "without a citation"}</small>
    </>
  );
}
