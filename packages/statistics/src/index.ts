export {
  StatisticsError,
  type StatisticsErrorCode,
  type StatisticsErrorDetails,
  statisticsErrorCodes,
} from "./error.ts";
export type { Interval, UndefinedReason } from "./interval.ts";
export type { Numbers } from "./numbers.ts";
