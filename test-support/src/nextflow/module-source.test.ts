import { expect, test } from "vitest";
import { isVersion, readModuleSource, versionTool } from "./module-source.ts";

const SOURCE = `process A_B {
    tag "\${meta.id}"
    label 'process_low'

    // a:1, of no params
    container 'a/b@sha256:0000'

    input:
    tuple val(meta), path(reads, stageAs: 'reads?/*'), path(tbi)
    path files, stageAs: 'input?/*'
    val count

    output:
    tuple val(meta), path("*_{1,2}.fq.gz"), emit: reads, optional: true
    // why
    path "folder", emit: data
    tuple val("\${task.process}"), val('a'), eval("a --version | sed 's/(a, b)//'"), emit: versions_a, topic: versions

    script:
    def args = task.ext.args ?: ''
    """
    input: \${args}
    """

    stub:
    """
    touch x
    """
}
`;

test("declarations of a process are read with their names, patterns and options", () => {
  const source = readModuleSource(SOURCE);
  expect(source).toMatchObject({
    processes: ["A_B"],
    container: "a/b@sha256:0000",
    labels: ["process_low"],
    hasStub: true,
    readsParameters: false,
    inputs: [
      [
        { kind: "val", name: "meta" },
        { kind: "path", name: "reads" },
        { kind: "path", name: "tbi" },
      ],
      [{ kind: "path", name: "files" }],
      [{ kind: "val", name: "count" }],
    ],
  });
  const [reads, data, versions] = source.outputs;
  expect(reads).toEqual({
    emit: "reads",
    topic: null,
    optional: true,
    elements: [
      { kind: "val", name: "meta" },
      { kind: "path", name: "*_{1,2}.fq.gz" },
    ],
  });
  expect(data).toMatchObject({ emit: "data", elements: [{ kind: "path", name: "folder" }] });
  expect(isVersion(versions)).toBe(true);
  expect(versionTool(versions)).toBe("a");
  expect(versions.elements[2]).toEqual({ kind: "eval", name: "a --version | sed 's/(a, b)//'" });
});

test("a parameter, a second process and a missing stub are seen", () => {
  const source = readModuleSource(
    `${SOURCE.replace("val count", "val params.count").replace("    stub:\n", "")}\nprocess C {\n}\n`,
  );
  expect(source).toMatchObject({ processes: ["A_B", "C"], readsParameters: true, hasStub: false });
});
