/**
 * The values with those that differ by no more than rounding made equal, each to the smallest of its group. Ranks of the
 * result do not depend on the unit or the offset in which the values were computed.
 *
 * @param tolerance largest difference of neighbours that is rounding; not negative.
 */
export function joinRounded(values: Float64Array, tolerance: number): Float64Array {
  const order = Uint32Array.from(values, (_, index) => index).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  const joined = values.slice();
  for (let place = 1; place < order.length; place++) {
    const [before, index] = [order[place - 1] as number, order[place] as number];
    if ((values[index] as number) - (values[before] as number) <= tolerance) joined[index] = joined[before] as number;
  }
  return joined;
}
