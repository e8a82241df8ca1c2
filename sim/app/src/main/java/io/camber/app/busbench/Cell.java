package io.camber.app.busbench;

import java.util.ArrayList;
import java.util.List;

/** One work at one size, with those it is compared with. */
record Cell(Work work, int bytes, List<Bar> bars) {
  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;
  private static final List<Integer> SIZES = List.of(64, KIB, 64 * KIB, MIB, 6 * MIB);

  Cell {
    bars = List.copyOf(bars);
  }

  /** The bus's table of bars. */
  static List<Cell> all(boolean withUdp) {
    List<Cell> cells = new ArrayList<>();
    SIZES.forEach(bytes -> cells.add(copied(bytes)));
    SIZES.subList(2, 5).forEach(bytes -> cells.add(of(Work.LOANED, bytes, bar(0.2, Iceoryx.NAME))));
    SIZES
        .subList(0, 3)
        .forEach(bytes -> cells.add(of(Work.BLOCKING, bytes, bar(1.1, Iceoryx.NAME))));
    SIZES.forEach(bytes -> cells.add(oneWay(bytes)));
    if (withUdp) {
      SIZES.forEach(bytes -> cells.add(udp(bytes)));
      SIZES
          .subList(2, 5)
          .forEach(bytes ->
              cells.add(of(Work.UDP_ONE_WAY, bytes, bar(1.0, Aeron.UDP, Cyclone.NAME, Lcm.NAME))));
    }
    return cells;
  }

  private static Cell copied(int bytes) {
    Bar bar = bytes <= KIB
        ? bar(1.0, Aeron.SPINNING)
        : bytes < MIB ? Bar.none(Aeron.SPINNING) : bar(0.5, Aeron.SPINNING);
    return of(Work.COPIED, bytes, bar);
  }

  private static Cell oneWay(int bytes) {
    return bytes <= KIB
        ? of(Work.ONE_WAY, bytes, bar(3.0, Aeron.SPINNING, Aeron.BACKING_OFF))
        : of(
            Work.ONE_WAY,
            bytes,
            bar(4.0, Aeron.SPINNING, Aeron.BACKING_OFF),
            bar(0.6, Memcpy.NAME));
  }

  private static Cell udp(int bytes) {
    return bytes <= KIB
        ? of(Work.UDP, bytes, bar(1.2, Cyclone.NAME), bar(0.5, Aeron.UDP), Bar.none(Lcm.NAME))
        : of(Work.UDP, bytes, bar(1.0, Aeron.UDP, Cyclone.NAME, Lcm.NAME));
  }

  private static Cell of(Work work, int bytes, Bar... bars) {
    return new Cell(work, bytes, List.of(bars));
  }

  private static Bar bar(double limit, String... rivals) {
    return new Bar(List.of(rivals), limit);
  }

  /** Everybody who takes part, Camber first. */
  List<String> contenders() {
    List<String> names = new ArrayList<>(List.of(Camber.NAME));
    bars.forEach(bar -> names.addAll(bar.rivals()));
    return names;
  }

  String size() {
    return bytes < KIB ? bytes + " B" : bytes < MIB ? bytes / KIB + " KiB" : bytes / MIB + " MiB";
  }

  String title() {
    return work.title() + ", " + size();
  }
}
