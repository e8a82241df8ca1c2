package io.camber.bus.bench;

import io.camber.bus.transport.Waiting;
import java.nio.file.Path;

/**
 * One figure to measure.
 *
 * @param mode {@code copy}: copied in, every cache line read; {@code loan}: claimed and read in place, first word only
 * @param root where the bus lives
 */
record BenchCase(int bytes, double seconds, Waiting waiting, String mode, Path root) {
  private static final int ARGUMENTS = 6;

  /** Arguments after the role: bytes, seconds, waiting, mode, directory. */
  static BenchCase parse(String... args) {
    if (args.length < ARGUMENTS) {
      throw new IllegalArgumentException(
          "usage: rtt|throughput|fanout BYTES SECONDS SPIN|HYBRID|BLOCK copy|loan DIRECTORY");
    }
    return new BenchCase(
        Integer.parseInt(args[1]),
        Double.parseDouble(args[2]),
        Waiting.valueOf(args[3]),
        args[4],
        Path.of(args[5]));
  }

  boolean isLoan() {
    return mode.equals("loan");
  }

  long measureNs() {
    return (long) (seconds * 1e9);
  }
}
