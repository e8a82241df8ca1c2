package io.camber.app.busbench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A benchmark in the middle of a turn, to be interrupted. */
final class InterruptedWorkshop {
  private InterruptedWorkshop() {}

  public static void main(String[] args) throws IOException {
    try (Workshop workshop = Workshop.open();
        Turn turn = workshop.turn()) {
      turn.start(List.of("sleep", "1000"), Map.of());
      System.out.println(workshop.folder());
      turn.ask(List.of("sleep", "1000"), Map.of());
    }
  }
}
