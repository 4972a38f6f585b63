import type { ReactElement, ReactNode } from "react";
import "./record-card.css";

/** One record of a list whose texts are too long for a table's cells. */
export interface RecordCardProps {
  /** What it is called, with a link to it. */
  readonly title: ReactNode;
  /** In short: of what, when, whose. */
  readonly meta: ReactNode;
  /** What can be done with it. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A record in a `RecordList`. */
export function RecordCard({ title, meta, actions, children }: RecordCardProps): ReactElement {
  return (
    <li className="record-card">
      <div className="record-card-head">
        <div>
          <h2>{title}</h2>
          <p className="record-card-meta">{meta}</p>
        </div>
        {actions === undefined ? null : <div>{actions}</div>}
      </div>
      {children}
    </li>
  );
}

/** Records one below the other. */
export function RecordList(props: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <ul className="record-list" aria-label={props.label}>
      {props.children}
    </ul>
  );
}
