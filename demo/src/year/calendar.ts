const DAY = 86_400_000;
const SUNDAY = 0;
const SATURDAY = 6;

/** Weeks of the year that is told; the last one, 51, ends on its last working day. */
export const WEEKS = 52;

/** The days of a year that ends on the last working day before today. */
export interface Calendar {
  /** The last working day, 00:00 UTC. */
  readonly lastDay: Date;
  /** Moment in a week: on the weekday of the last day, or the last working day before it. */
  at(week: number, time: string, daysLater?: number): Date;
}

/** @param today any moment of the day after which nothing has happened yet. */
export function calendarBefore(today: Date): Calendar {
  const midnight = new Date(today.toISOString().slice(0, 10));
  const lastDay = workingDay(midnight.getTime() - DAY, -1);
  return {
    lastDay,
    at: (week, time, daysLater = 0) => {
      const day = lastDay.getTime() - 7 * DAY * (WEEKS - 1 - week) + daysLater * DAY;
      return momentOf(daysLater > 0 ? workingDay(day, 1) : workingDay(day, -1), time);
    },
  };
}

/** The day of a moment, as names of runs have it. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** A day some days after a moment's. */
export function daysAfter(moment: Date, days: number): string {
  return dayOf(new Date(moment.getTime() + days * DAY));
}

function workingDay(day: number, direction: 1 | -1): Date {
  const weekday = new Date(day).getUTCDay();
  return weekday === SUNDAY || weekday === SATURDAY ? workingDay(day + direction * DAY, direction) : new Date(day);
}

function momentOf(day: Date, time: string): Date {
  return new Date(`${dayOf(day)}T${time}:00.000Z`);
}
