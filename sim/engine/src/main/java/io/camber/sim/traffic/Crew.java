package io.camber.sim.traffic;

/** Runs a piece of work in as many parts as there are hands and returns when all are done. */
public interface Crew {
  int hands();

  /** Calls {@code work.run(part, hands())} once for each part, on any thread. */
  void run(Work work);

  /** Work on part {@code part} of {@code parts}; parts touch nothing of each other's. */
  interface Work {
    void run(int part, int parts);
  }

  /** The caller's own two hands. */
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
