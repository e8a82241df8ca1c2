package io.camber.drives.log;

/** Hears how far an import is. */
public interface ImportProgress {
  /** Tells nobody. */
  ImportProgress SILENT = (done, messages) -> {};

  /**
   * Called now and then.
   *
   * @param done share of the source that was read, 0 to 1
   * @param messages written so far
   */
  void at(double done, long messages);
}
