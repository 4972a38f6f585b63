import { Fragment, type ReactElement } from "react";

/** A process by its own name and the workflows that it is part of: `ALIGN` in `GERMLINE:PREPARE`. */
export function partsOfProcess(process: string): { readonly name: string; readonly scope: string | null } {
  const end = process.lastIndexOf(":");
  return end === -1 ? { name: process, scope: null } : { name: process.slice(end + 1), scope: process.slice(0, end) };
}

/** A process in full; where there is little room, lines break behind its workflows and the words of its name. */
export function ProcessName({ process }: { readonly process: string }): ReactElement {
  return (
    <>
      {process.split(/(?<=[:_])/).map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words of a name may be the same.
        <Fragment key={place}>
          {place === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
