/** How an instruction is written in a module. */
export interface Instruction {
  readonly opcode: readonly number[];
  /** What follows the opcode. */
  readonly immediate: "none" | "number" | "local" | "label" | "memory";
}

const plain = (...opcode: number[]): Instruction => ({ opcode, immediate: "none" });
const number = (opcode: number): Instruction => ({ opcode: [opcode], immediate: "number" });
const local = (opcode: number): Instruction => ({ opcode: [opcode], immediate: "local" });
const label = (opcode: number): Instruction => ({ opcode: [opcode], immediate: "label" });
const memory = (...opcode: number[]): Instruction => ({ opcode, immediate: "memory" });

/** The instructions that our modules use, by name (WebAssembly specification 2.0, section 5.4). */
export const INSTRUCTIONS: Readonly<Record<string, Instruction>> = {
  br: label(0x0c),
  br_if: label(0x0d),
  return: plain(0x0f),
  drop: plain(0x1a),
  select: plain(0x1b),
  "local.get": local(0x20),
  "local.set": local(0x21),
  "local.tee": local(0x22),
  "i32.load": memory(0x28),
  "i64.load": memory(0x29),
  "i32.load8_u": memory(0x2d),
  "i32.store": memory(0x36),
  "i64.store": memory(0x37),
  "i32.const": number(0x41),
  "i64.const": number(0x42),
  "i32.eqz": plain(0x45),
  "i32.eq": plain(0x46),
  "i32.ne": plain(0x47),
  "i32.lt_u": plain(0x49),
  "i32.gt_u": plain(0x4b),
  "i32.le_u": plain(0x4d),
  "i32.ge_u": plain(0x4f),
  "i64.eqz": plain(0x50),
  "i64.ne": plain(0x52),
  "i32.ctz": plain(0x68),
  "i32.popcnt": plain(0x69),
  "i32.add": plain(0x6a),
  "i32.sub": plain(0x6b),
  "i32.mul": plain(0x6c),
  "i32.and": plain(0x71),
  "i32.or": plain(0x72),
  "i32.xor": plain(0x73),
  "i32.shl": plain(0x74),
  "i64.ctz": plain(0x7a),
  "i64.popcnt": plain(0x7b),
  "i64.sub": plain(0x7d),
  "i64.and": plain(0x83),
  "i64.or": plain(0x84),
  "i64.xor": plain(0x85),
  "i64.shl": plain(0x86),
  "i32.wrap_i64": plain(0xa7),
  "i64.extend_i32_u": plain(0xad),
  "v128.load": memory(0xfd, 0),
  "i8x16.splat": plain(0xfd, 15),
  "i8x16.eq": plain(0xfd, 35),
  "i8x16.lt_u": plain(0xfd, 38),
  "i8x16.bitmask": plain(0xfd, 0x64),
  "i8x16.sub": plain(0xfd, 0x71),
};
