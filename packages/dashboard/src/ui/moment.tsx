import type { ReactElement } from "react";

const DAY = 86_400_000;

/** A moment in UTC to the minute, `2026-03-01 09:00`; the exact one for programs. A dash where there is none. */
export function Moment({ at }: { readonly at: string | null }): ReactElement {
  if (at === null) return <>–</>;
  return (
    <time dateTime={at} title={`${at} (UTC)`} className="moment">
      {at.slice(0, 10)} {at.slice(11, 16)}
    </time>
  );
}

/** A day of a moment, `2026-03-01`, in UTC. */
export function Day({ at }: { readonly at: string | null }): ReactElement {
  if (at === null) return <>–</>;
  return (
    <time dateTime={at} title={`${at} (UTC)`} className="moment">
      {at.slice(0, 10)}
    </time>
  );
}

/** How long ago, in the largest unit that says enough: `3 d`, `5 h`, `12 min`. */
export function ageText(at: string, now: number = Date.now()): string {
  const age = Math.max(0, now - Date.parse(at));
  if (age >= 2 * DAY) return `${Math.floor(age / DAY)} d`;
  if (age >= 7_200_000) return `${Math.floor(age / 3_600_000)} h`;
  return `${Math.floor(age / 60_000)} min`;
}
