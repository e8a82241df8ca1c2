package io.camber.app.busbench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** LCM, UDP multicast that stays on the host; what is lost is not sent again. */
final class Lcm implements Contender {
  static final String NAME = "LCM";
  static final String NEEDS = "apt install gcc libc6-dev liblcm-dev";

  private final String program;

  private Lcm(String program) {
    this.program = program;
  }

  static Lcm make(Workshop workshop) throws IOException {
    workshop.bring("ends.h", "lcm-ends.c");
    String program = workshop.folder().resolve("lcm-ends").toString();
    workshop.call(List.of("gcc", "-O2", "-o", program, "lcm-ends.c", "-llcm"));
    return new Lcm(program);
  }

  @Override
  public Figure measure(Cell cell, double seconds, Turn turn) throws IOException {
    boolean isRoundTrip = cell.work().isRoundTrip();
    turn.start(command(isRoundTrip ? "pong" : "pub", cell, seconds), Map.of());
    return turn.ask(command(isRoundTrip ? "ping" : "sub", cell, seconds), Map.of());
  }

  private List<String> command(String role, Cell cell, double seconds) {
    return List.of(program, role, Integer.toString(cell.bytes()), Double.toString(seconds));
  }
}
