const DATE = String.raw`(\d{4})-(\d\d)-(\d\d)`;
const TIME = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?`;
const ZONE = String.raw`(Z|[+-]\d\d:?\d\d)`;
const MOMENT = new RegExp(`^${DATE}(?:[T ]${TIME}${ZONE}?)?$`, "i");

/**
 * A date or a date with time (ISO 8601, blank instead of T allowed) as moment in UTC, `2026-01-31T08:00:00.000Z`. Without
 * a zone it is UTC; a date alone is its midnight. Null when the text is none of these or there is no such day or time.
 */
export function parseMoment(text: string): string | null {
  const match = MOMENT.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}`;
  const asUtc = Date.parse(`${local}Z`);
  // Date accepts 24:00 and, in some engines, 30 February; neither survives the way back.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString() !== `${local}Z`) return null;
  const offset = zoneMinutes(zone);
  return offset === null ? null : new Date(asUtc - offset * 60_000).toISOString();
}

/** Minutes that a zone is ahead of UTC. */
function zoneMinutes(zone: string): number | null {
  if (zone.toUpperCase() === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** The day of a moment, in UTC: `2026-01-31`. */
export function dayOf(moment: string): string {
  return moment.slice(0, 10);
}
