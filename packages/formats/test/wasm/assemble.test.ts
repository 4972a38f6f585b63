import { describe, expect, test } from "vitest";
import { assemble } from "./assemble.ts";

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

function exportsOf(source: string): Record<string, (...values: number[]) => number> {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble(source)));
  return exports as Record<string, (...values: number[]) => number>;
}

const MEMORY = '(memory (export "memory") 1)';

describe("assemble", () => {
  test("resolves names, nested labels and calls", () => {
    const { sum } = exportsOf(`${MEMORY}
      (func $sum (export "sum") (param $to i32) (result i32) (local $at i32) (local $total i32)
        (block $done
          (loop $next
            (br_if $done (i32.gt_u (local.get $at) (local.get $to)))
            (if (call $isOdd (local.get $at)) (then (br $done)) (else
              (local.set $total (i32.add (local.get $total) (local.get $at)))))
            (local.set $at (i32.add (local.get $at) (i32.const 2))) ;; even numbers only
            (br $next)))
        (local.get $total))
      (func $isOdd (param $value i32) (result i32) (i32.and (local.get $value) (i32.const 1)))`);
    expect(sum(7)).toBe(2 + 4 + 6);
    expect(sum(400)).toBe(40_200);
  });

  test.each([0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, -8193, 2 ** 31 - 1, -(2 ** 31)])("writes %i", (value) => {
    const { get } = exportsOf(`${MEMORY} (func $get (export "get") (result i32) (i32.const ${value}))`);
    expect(get()).toBe(value);
  });

  test("reads and writes memory at an offset", () => {
    const { put } = exportsOf(`${MEMORY}
      (func $put (export "put") (param $value i32) (result i32)
        (i32.store offset=300 (i32.const 4) (local.get $value))
        (i32.load8_u offset=4 (i32.const 301)))`);
    expect(put(0xabcd)).toBe(0xab);
  });

  test.each([
    ["an unknown instruction", "(func $f (i32.frobnicate))", /i32\.frobnicate/],
    ["an unknown local", "(func $f (drop (local.get $x)))", /\$x/],
    ["an unknown type", "(func $f (param $x f16))", /f16/],
    ["a word for a form", "(func $f (drop x))", /word x/],
    ["an open bracket", "(func $f", /not closed/],
    ["a bracket too many", "(func $f))", /closes nothing/],
  ])("refuses %s", (_name, source, message) => {
    expect(() => assemble(`${MEMORY} ${source}`)).toThrow(message);
  });
});
