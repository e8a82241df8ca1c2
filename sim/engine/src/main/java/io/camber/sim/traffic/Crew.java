package io.camber.sim.traffic;

/** Runs a piece of work in parts and returns when all are done. */
public interface Crew {
  /** How many parts may run at the same time. */
  int hands();

  /** Does every part once, in any order, on any thread. */
  void run(Work work);

  /** Work on part {@code part} of {@code parts}; parts touch nothing of each other's, and a hand does one at a time. */
  interface Work {
    void run(int hand, int part, int parts);
  }

  /** The caller alone. */
  static Crew alone() {
    return new Crew() {
      @Override
      public int hands() {
        return 1;
      }

      @Override
      public void run(Work work) {
        work.run(0, 0, 1);
      }
    };
  }
}
