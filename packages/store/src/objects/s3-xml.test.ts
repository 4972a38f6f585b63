import { expect, test } from "vitest";
import { xmlElements, xmlText } from "./s3-xml.ts";

test("the text of the first element of a name, with entities and references resolved", () => {
  const xml =
    "<L><Key>a&amp;b &lt;c&gt; &quot;d&quot; &apos;e&apos; &#252; &#xFC; &amp;lt;</Key><Key>second</Key><Empty></Empty></L>";
  expect(xmlText(xml, "Key")).toBe(`a&b <c> "d" 'e' ü ü &lt;`);
  expect(xmlText(xml, "Empty")).toBe("");
  expect(xmlText(xml, "KeyMarker")).toBeNull();
});

test("every element of a name, over several lines", () => {
  expect(
    xmlElements("<Contents>\n<Key>a</Key>\n</Contents><Contents><Key>b</Key></Contents>", "Contents").map((xml) =>
      xmlText(xml, "Key"),
    ),
  ).toEqual(["a", "b"]);
  expect(xmlElements("<ListBucketResult/>", "Contents")).toEqual([]);
});
