import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { TemporaryFolder } from "../../test/bgzf-fixtures.ts";
import { FormatError } from "../error.ts";
import { openSpooled } from "./open-spooled.ts";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

/** Opens text, as readers with random access do: gzip is refused. */
function openText(path: string): string {
  const bytes = readFileSync(path);
  if (bytes[0] === 0x1f) throw new FormatError("TS_GZIP_NOT_BGZF", `${path} is gzip`, { file: path });
  const text = bytes.toString("latin1");
  if (text.startsWith("bad"))
    throw new FormatError("TS_VCF_MALFORMED", `${path}: line 1 is bad`, { file: path, line: 1 });
  return text;
}

test("text is opened where it is, gzip as a copy", async () => {
  const spool = folder.at("spool");
  expect(await openSpooled(folder.write("text", "here"), spool, openText)).toBe("here");
  expect(existsSync(spool)).toBe(false);
  expect(await openSpooled(folder.write("text.gz", gzipSync("packed")), spool, openText)).toBe("packed");
  expect(existsSync(spool)).toBe(true);
});

test("what is wrong with the copy is said of the file", async () => {
  const path = folder.write("bad.gz", gzipSync("bad"));
  await expect(openSpooled(path, folder.at("bad-spool"), openText)).rejects.toMatchObject({
    code: "TS_VCF_MALFORMED",
    message: `${path}: line 1 is bad`,
    details: { file: path, line: 1 },
  });
});

test("a copy that cannot be written is a matter of the output", async () => {
  const path = folder.write("good.gz", gzipSync("packed"));
  const error = await openSpooled(path, folder.at("no/folder/spool"), openText).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(FormatError);
  expect(error).toMatchObject({ code: "TS_OUTPUT_UNWRITABLE", details: { file: path } });
  expect(error.message).toContain(`${folder.at("no/folder")} (ENOENT)`);
});

test("other errors are passed on", async () => {
  const path = folder.write("plain-bad", "bad");
  await expect(openSpooled(path, folder.at("unused"), openText)).rejects.toMatchObject({ code: "TS_VCF_MALFORMED" });
  const internal = new TypeError("no");
  const open = (): never => {
    throw internal;
  };
  await expect(openSpooled(path, folder.at("unused"), open)).rejects.toBe(internal);
});
