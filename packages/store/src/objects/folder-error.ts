import { StoreError } from "../error.ts";

const fullCodes = new Map([
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the quota is used up"],
  ["EFBIG", "the file is larger than may be written here"],
]);

const forbiddenCodes = new Map([
  ["EACCES", "permission is denied"],
  ["EPERM", "permission is denied"],
  ["EROFS", "the file system is read-only"],
]);

/** The typed error for a failed call of the file system in a folder of objects; a `StoreError` is returned as it is. */
export function folderError(cause: unknown, folder: string, writing: boolean): StoreError {
  if (cause instanceof StoreError) {
    return cause;
  }
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const full = fullCodes.get(code);
  if (full !== undefined) {
    return new StoreError("TS_OBJECT_STORE_UNWRITABLE", `${folder}: ${full}`, { folder }, cause);
  }
  const forbidden = forbiddenCodes.get(code);
  if (writing && forbidden !== undefined) {
    return new StoreError("TS_OBJECT_STORE_UNWRITABLE", `${folder}: ${forbidden}`, { folder }, cause);
  }
  const problem = forbidden ?? (code === "" ? String(cause) : code);
  return new StoreError("TS_OBJECT_STORE_UNAVAILABLE", `${folder}: ${problem}`, { folder }, cause);
}

/** Whether a call of the file system failed because of that condition, such as "ENOENT". */
export function failedWith(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
