package io.camber.app.busbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** iceoryx under a RouDi of its own for each measurement, with chunks of the size that is measured. */
final class Iceoryx implements Contender {
  static final String NAME = "iceoryx";
  static final String NEEDS = "apt install g++ iceoryx libiceoryx-posh-dev libiceoryx-hoofs-dev";

  private static final String DAEMON = "iox-roudi";
  private static final Path HEADERS = Path.of("/usr/include/iceoryx");

  /** Room for the chunk's header beside the payload; a chunk's size is a multiple of this, too. */
  private static final int HEADER_BYTES = 128;

  private static final int CHUNKS = 32;

  private final String program;

  private Iceoryx(String program) {
    this.program = program;
  }

  static Iceoryx make(Workshop workshop) throws IOException {
    if (!Workshop.has(DAEMON)) {
      throw new IOException("no program " + DAEMON);
    }
    workshop.bring("ends.h", "iceoryx-ends.cpp");
    String program = workshop.folder().resolve("iceoryx-ends").toString();
    List<String> command =
        new ArrayList<>(List.of("g++", "-O2", "-std=c++17", "-o", program, "iceoryx-ends.cpp"));
    headers().forEach(each -> command.addAll(List.of("-isystem", each.toString())));
    command.addAll(List.of("-liceoryx_posh", "-liceoryx_hoofs", "-liceoryx_platform"));
    workshop.call(command);
    return new Iceoryx(program);
  }

  /** Debian puts them into a folder named for the version. */
  private static List<Path> headers() throws IOException {
    if (!Files.isDirectory(HEADERS)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(HEADERS)) {
      return versions.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Override
  public Figure measure(Cell cell, double seconds, Turn turn) throws IOException {
    Path pools = turn.folder().resolve("roudi.toml");
    Files.writeString(pools, pools(cell.bytes()));
    turn.start(List.of(DAEMON, "-l", "error", "-c", pools.toString()), Map.of());
    turn.start(command("pong", cell, seconds), Map.of());
    return turn.ask(command("ping", cell, seconds), Map.of());
  }

  static String pools(int bytes) {
    int chunk = (bytes / HEADER_BYTES + 2) * HEADER_BYTES;
    return """
        [general]
        version = 1
        [[segment]]
        [[segment.mempool]]
        size = %d
        count = %d
        """.formatted(chunk, CHUNKS);
  }

  private List<String> command(String role, Cell cell, double seconds) {
    return List.of(
        program,
        role,
        Integer.toString(cell.bytes()),
        Double.toString(seconds),
        cell.work().isSpinning() ? "spin" : "block",
        cell.work().mode());
  }
}
