package io.camber.app.busbench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What one core copies by itself: no bus that copies once and reads on one core is faster. */
final class Memcpy implements Contender {
  static final String NAME = "memcpy";
  static final String NEEDS = "apt install gcc libc6-dev";

  private final String program;

  private Memcpy(String program) {
    this.program = program;
  }

  static Memcpy make(Workshop workshop) throws IOException {
    workshop.bring("ends.h", "floor.c");
    String program = workshop.folder().resolve("floor").toString();
    workshop.call(List.of("gcc", "-O2", "-o", program, "floor.c"));
    return new Memcpy(program);
  }

  @Override
  public Figure measure(Cell cell, double seconds, Turn turn) throws IOException {
    return turn.ask(
        List.of(program, Integer.toString(cell.bytes()), Double.toString(seconds)), Map.of());
  }
}
