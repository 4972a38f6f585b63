/** `value` as an unsigned LEB128 number. */
export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** `value` as a signed LEB128 number. */
export function signed(value: bigint): number[] {
  const byte = Number(value & 0x7fn);
  const rest = value >> 7n;
  const isLast = (rest === 0n && byte < 0x40) || (rest === -1n && byte >= 0x40);
  return isLast ? [byte] : [byte | 0x80, ...signed(rest)];
}

/** Items after their number. */
export function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

/** Bytes after their number. */
export function byteLength(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

/** A name as the format writes it. */
export function text(name: string): number[] {
  return byteLength([...Buffer.from(name)]);
}

/** A section of a module. */
export function section(id: number, items: readonly (readonly number[])[]): number[] {
  return [id, ...byteLength(vector(items))];
}
