// What is kept of what was fetched.

/** Keeps the most recently used values within a budget. */
export class Lru {
  constructor(budget, sizeOf, drop = () => {}) {
    this.budget = budget;
    this.sizeOf = sizeOf;
    this.drop = drop;
    this.entries = new Map();
    this.size = 0;
  }
  get(key) {
    const value = this.entries.get(key);
    if (value !== undefined) {
      this.entries.delete(key);
      this.entries.set(key, value);
    }
    return value;
  }
  has(key) { return this.entries.has(key); }
  set(key, value) {
    this.delete(key);
    this.entries.set(key, value);
    this.size += this.sizeOf(value);
    for (const [old, dropped] of this.entries) {
      if (this.size <= this.budget || old === key) break;
      this.entries.delete(old);
      this.size -= this.sizeOf(dropped);
      this.drop(dropped);
    }
  }
  delete(key) {
    const value = this.entries.get(key);
    if (value !== undefined) {
      this.entries.delete(key);
      this.size -= this.sizeOf(value);
      this.drop(value);
    }
  }
}
