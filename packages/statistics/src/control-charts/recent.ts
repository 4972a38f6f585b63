/** The newest items of a sequence, oldest overwritten first; the newest one can be taken back. */
export class Recent<Item> {
  readonly #capacity: number;
  readonly #items: Item[] = [];
  #added = 0;
  #saved = 0;

  /** @param count items that can be asked for, even after the newest one was taken back. */
  constructor(count: number) {
    this.#capacity = count + 1;
  }

  add(item: Item): void {
    this.#items[this.#added % this.#capacity] = item;
    this.#added++;
  }

  /** The item so many places before the newest (0). */
  back(places: number): Item {
    return this.#items[(this.#added - 1 - places) % this.#capacity] as Item;
  }

  save(): void {
    this.#saved = this.#added;
  }

  restore(): void {
    this.#added = this.#saved;
  }
}
