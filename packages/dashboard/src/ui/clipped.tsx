import type { ReactElement } from "react";
import "./clipped.css";

/** A text on one line, cut off where there is no room, with the whole of it for the pointer; a dash where there is none. */
export function Clipped({ text }: { readonly text: string | null }): ReactElement {
  if (text === null) return <>–</>;
  return (
    <span className="clipped" title={text}>
      {text}
    </span>
  );
}
