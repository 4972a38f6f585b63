const UNITS = ["B", "kB", "MB", "GB", "TB", "PB"] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Bytes in the decimal unit that gives them at most three digits before the point: `1.25 GB`. */
export function bytesText(bytes: number): string {
  let unit = 0;
  let value = bytes;
  // What would be rounded to 1000 has the next unit.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : withThreeDigits(value)} ${UNITS[unit]}`;
}

/** Milliseconds as people say them: `850 ms`, `12.4 s`, `3 min 20 s`, `2 h 5 min`. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds < HOUR - 500) {
    const seconds = Math.round(milliseconds / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  }
  const minutes = Math.round(milliseconds / MINUTE);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function withThreeDigits(value: number): string {
  if (value < 9.995) return value.toFixed(2);
  return value < 99.95 ? value.toFixed(1) : value.toFixed(0);
}
