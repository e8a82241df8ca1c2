package io.camber.app.busbench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** CycloneDDS over loopback: reliable, wait set, datagrams of 64 KiB, which it does not use unless told. */
final class Cyclone implements Contender {
  static final String NAME = "CycloneDDS";
  static final String NEEDS = "apt install gcc libc6-dev cyclonedds-dev cyclonedds-tools";

  private static final Map<String, String> SETTINGS = Map.of("CYCLONEDDS_URI", """
      <CycloneDDS><Domain>
      <General><Interfaces><NetworkInterface name="lo" multicast="true"/></Interfaces>
      <MaxMessageSize>65500B</MaxMessageSize><FragmentSize>65000B</FragmentSize></General>
      <Internal><SocketReceiveBufferSize max="4MB"/><Watermarks><WhcHigh>64MB</WhcHigh></Watermarks></Internal>
      </Domain></CycloneDDS>
      """);

  private final String program;

  private Cyclone(String program) {
    this.program = program;
  }

  static Cyclone make(Workshop workshop) throws IOException {
    workshop.bring("ends.h", "blob.idl", "cyclone-ends.c");
    String program = workshop.folder().resolve("cyclone-ends").toString();
    workshop.call(List.of("idlc", "-l", "c", "blob.idl"));
    workshop.call(
        List.of("gcc", "-O2", "-I.", "-o", program, "cyclone-ends.c", "blob.c", "-lddsc"));
    return new Cyclone(program);
  }

  @Override
  public Figure measure(Cell cell, double seconds, Turn turn) throws IOException {
    boolean isRoundTrip = cell.work().isRoundTrip();
    turn.start(command(isRoundTrip ? "pong" : "pub", cell, seconds), SETTINGS);
    return turn.ask(command(isRoundTrip ? "ping" : "sub", cell, seconds), SETTINGS);
  }

  private List<String> command(String role, Cell cell, double seconds) {
    return List.of(program, role, Integer.toString(cell.bytes()), Double.toString(seconds));
  }
}
