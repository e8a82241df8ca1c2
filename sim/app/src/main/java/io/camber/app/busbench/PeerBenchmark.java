package io.camber.app.busbench;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Camber's bus and its peers, cell by cell in turns. In each repetition another one of a cell begins; every process of a
 * measurement has ended before the next one starts.
 */
public final class PeerBenchmark {
  private final Options options;
  private final Consumer<String> progress;

  /**
   * What is measured.
   *
   * @param seconds of each figure, after warm-up
   * @param aeronJar {@code aeron-all}; absent: the newest in the local Maven repository
   * @param only part of the titles of those cells that are measured; empty: all
   */
  public record Options(
      int repeat, double seconds, boolean withUdp, Optional<Path> aeronJar, String only) {}

  /** {@code progress} takes a line for each figure as it comes. */
  public PeerBenchmark(Options options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Measures everything; throws {@link InputException} when there is nothing to measure. */
  public PeerReport run() {
    List<Cell> cells = Cell.all(options.withUdp()).stream()
        .filter(cell -> cell.title().contains(options.only()))
        .toList();
    if (cells.isEmpty()) {
      throw new InputException("--only " + options.only() + ": no cell is called so; there are "
          + String.join(
              "; ", Cell.all(options.withUdp()).stream().map(Cell::title).toList()));
    }
    Set<String> wanted = new TreeSet<>();
    cells.forEach(cell -> wanted.addAll(cell.contenders()));
    try (Workshop workshop = Workshop.open()) {
      Peers peers = Peers.make(workshop, options.aeronJar(), wanted);
      peers.leftOut().forEach(progress);
      return new PeerReport(measure(cells, peers, workshop), peers.leftOut());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Comparison> measure(List<Cell> cells, Peers peers, Workshop workshop)
      throws IOException {
    CoreLook.takeNs(); // the first one is not compiled yet
    List<Comparison> comparisons =
        cells.stream().map(cell -> empty(cell, peers)).toList();
    for (int repetition = 0; repetition < options.repeat(); repetition++) {
      for (Comparison each : comparisons) {
        for (Series series : rotated(each.series(), repetition)) {
          Contender contender = peers.find(series.name()).orElseThrow();
          series.add(measure(each.cell(), series.name(), contender, workshop, repetition));
        }
      }
    }
    return comparisons;
  }

  private static Comparison empty(Cell cell, Peers peers) {
    return new Comparison(
        cell,
        cell.contenders().stream()
            .filter(name -> peers.find(name).isPresent())
            .map(Series::new)
            .toList());
  }

  static <T> List<T> rotated(List<T> all, int by) {
    int first = by % all.size();
    List<T> order = new ArrayList<>(all.subList(first, all.size()));
    order.addAll(all.subList(0, first));
    return order;
  }

  private Series.Measured measure(
      Cell cell, String name, Contender contender, Workshop workshop, int repetition)
      throws IOException {
    double coresNs = CoreLook.takeNs();
    String title = String.format(
        Locale.ROOT, "%d/%d  %s  %s", repetition + 1, options.repeat(), cell.title(), name);
    try (Turn turn = workshop.turn()) {
      Figure figure = contender.measure(cell, options.seconds(), turn);
      progress.accept(String.format(
          Locale.ROOT,
          "%s  %.2f %s, cores %.0f ns apart",
          title,
          figure.value(),
          cell.work().unit(),
          coresNs));
      return new Series.Measured(figure.value(), figure.lost(), coresNs);
    } catch (IOException e) {
      workshop.yard().restIfClosed();
      progress.accept(title + "  failed: " + e.getMessage());
      return new Series.Measured(Double.NaN, 0, coresNs);
    }
  }
}
