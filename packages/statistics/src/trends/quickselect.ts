/**
 * Moves the values so that each of the wanted places holds what it would hold if all were sorted.
 * Expected time is linear in the number of values (Hoare 1961, Algorithm 65).
 *
 * @param places ascending 0-based places; the array is rearranged in place.
 */
export function selectPlaces(values: Float64Array, places: readonly number[]): void {
  let start = 0;
  for (const place of places) {
    selectPlace(values, place, start, values.length - 1);
    start = place;
  }
}

function selectPlace(values: Float64Array, place: number, first: number, last: number): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = medianOfThree(values[low] as number, values[(low + high) >>> 1] as number, values[high] as number);
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] as number) < pivot) left++;
      while ((values[right] as number) > pivot) right--;
      if (left > right) break;
      const moved = values[left] as number;
      values[left++] = values[right] as number;
      values[right--] = moved;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
