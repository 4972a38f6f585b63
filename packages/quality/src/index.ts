export { QualityError, type QualityErrorCode, type QualityErrorDetails, qualityErrorCodes } from "./error.ts";
export { type CsvRecord, csvRecords } from "./table/csv-records.ts";
export { type CsvRow, CsvTable } from "./table/csv-table.ts";
