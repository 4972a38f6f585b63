/*
 * Values of a trace come as numbers, as numbers in text (`trace.raw = true`), or as text for people, which is rounded:
 * 1.2 GB, 3m 20s, 97.8%. A reader returns undefined for what is none of them.
 */

const BYTES = /^(\d+(?:\.\d+)?)\s*([KMGTPEZ]?)B?$/i;
const PREFIXES = "KMGTPEZ";
const DURATION = /^(\d+(?:\.\d+)?)\s*([a-z]+)\s*/i;
const LOCAL_TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?$/;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[-+]\d\d(:?\d\d)?(:\d\d)?)$/;
/** The end of what four digits of a year can say. */
const LAST_MOMENT = Date.UTC(10_000, 0, 1);

const MILLISECONDS: Readonly<Record<string, number>> = {
  ms: 1,
  milli: 1,
  millis: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
};

/** Whether a trace has no value there. */
export function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || value === "" || value === "-";
}

/** A finite number. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return typeof value === "string" && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value)
    ? readNumber(Number(value))
    : undefined;
}

/** A whole number without its neighbours in a double: up to 2^53 - 1. */
export function readWhole(value: unknown): number | undefined {
  const number = readNumber(value);
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

/** A number that is not negative. */
export function readAmount(value: unknown): number | undefined {
  const number = readNumber(value);
  return number !== undefined && number >= 0 ? number : undefined;
}

/** Bytes. A unit is a power of 1024, as Nextflow has it. */
export function readBytes(value: unknown): number | undefined {
  const [, digits, prefix = ""] = typeof value === "string" ? (BYTES.exec(value) ?? []) : [];
  if (digits === undefined) return notNegative(readWhole(value));
  const power = PREFIXES.indexOf(prefix.toUpperCase()) + 1;
  return readWhole(prefix === "" ? Number(digits) : Math.round(Number(digits) * 1024 ** power));
}

/** Milliseconds. */
export function readMilliseconds(value: unknown): number | undefined {
  if (typeof value !== "string" || !DURATION.test(value)) return notNegative(readWhole(value));
  let rest = value;
  let sum = 0;
  while (rest !== "") {
    const [all, digits, unit] = DURATION.exec(rest) ?? [];
    const factor = unit === undefined ? undefined : MILLISECONDS[unit];
    if (all === undefined || factor === undefined) return undefined;
    sum += Math.round(Number(digits) * factor);
    rest = rest.slice(all.length);
  }
  return readWhole(sum);
}

/** Bytes that something held at a time. 0 says that it ended before Nextflow looked: nothing is known then. */
export function readPeak(value: unknown): number | null | undefined {
  const bytes = readBytes(value);
  return bytes === 0 ? null : bytes;
}

/** A share from per cent: 97.8, `97.8` and `97.8%` are 0.978. */
export function readShare(value: unknown): number | undefined {
  const percent = readAmount(typeof value === "string" ? value.replace(/%$/, "") : value);
  if (percent === undefined) return undefined;
  // The double nearest to the decimal fraction, which percent / 100 may miss.
  const [digits, exponent = "0"] = String(percent).split("e");
  return Number(`${digits}e${Number(exponent) - 2}`);
}

/**
 * A moment in UTC, from milliseconds since 1970, ISO 8601, or the form of trace files, which is the local time of the
 * machine that ran Nextflow and is read as that of this one. Null for 0, by which Nextflow says that there is none.
 */
export function readMoment(value: unknown): string | null | undefined {
  const whole = readWhole(value);
  if (whole === 0) return null;
  if (whole !== undefined) return momentOf(whole);
  if (typeof value !== "string") return undefined;
  if (LOCAL_TIME.test(value)) return momentOf(Date.parse(value.replace(" ", "T")));
  return ISO_TIME.test(value) ? momentOf(Date.parse(value)) : undefined;
}

function momentOf(milliseconds: number): string | undefined {
  return milliseconds > 0 && milliseconds < LAST_MOMENT ? new Date(milliseconds).toISOString() : undefined;
}

function notNegative(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}
