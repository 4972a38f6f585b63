/** How a baseline names the version of a pipeline that it was made by: "germline 1.4.0". */
export function versionText(pipeline: string, version: string): string {
  return `${pipeline} ${version}`;
}
