import { Fragment, type ReactElement } from "react";

/** A process by its own name and the workflows that it is part of: `ALIGN` in `GERMLINE:PREPARE`. */
export function partsOfProcess(process: string): { readonly name: string; readonly scope: string | null } {
  const end = process.lastIndexOf(":");
  return end === -1 ? { name: process, scope: null } : { name: process.slice(end + 1), scope: process.slice(0, end) };
}

/** A process in full; lines break where its workflows end. */
export function ProcessName({ process }: { readonly process: string }): ReactElement {
  return (
    <>
      {process.split(":").map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a workflow may be part of one of its own name.
        <Fragment key={place}>
          {place === 0 ? null : (
            <>
              :<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </>
  );
}
