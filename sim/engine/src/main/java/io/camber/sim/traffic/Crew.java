package io.camber.sim.traffic;

/** Runs a piece of work in as many parts as there are hands and returns when all are done. */
public interface Crew {
  int hands();

  /** Does every part once, in any order, on any thread. */
  void run(Work work);

  /** Work on part {@code part} of {@code parts}; parts touch nothing of each other's. */
  interface Work {
    void run(int part, int parts);
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
        work.run(0, 1);
      }
    };
  }
}
