package io.camber.app.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.app.command.CamberCommand;
import io.camber.app.recorded.Clip;
import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Metric;
import io.camber.mcap.McapFile;
import io.camber.mcap.MessageSelection;
import io.camber.messages.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a run without its folder, whole and with topics left out as imported drives lack them. */
final class PlainLogTest {
  @TempDir
  private Path folder;

  private SimulationResult run;
  private Path drive;

  @BeforeEach
  void makeARun() {
    run = Simulation.of(Path.of("..", "..", "scenarios", "stop-and-go.xosc"))
        .truthPerception()
        .until(4.0)
        .out(folder.resolve("run"))
        .run();
    drive = run.folder().orElseThrow().resolve(RunFolder.DRIVE);
  }

  @Test
  void aWholeLogGivesTheFiguresOfItsRun() {
    List<Metric> metrics = PlainLog.judge(drive);

    assertThat(metrics)
        .filteredOn(isHop().negate())
        .isEqualTo(withoutHops(run.judgement().metrics()));
    assertThat(CamberCommand.execute(new String[] {"eval", drive.toString()})).isZero();
  }

  /** A log does not say what its nodes had declared: the legs are whole and as long as waiting and computing are in the run. */
  @Test
  void legsOfALogAreWholeAndAddUpToThoseOfItsRun() {
    List<Metric> metrics = PlainLog.judge(drive);

    assertThat(metrics)
        .filteredOn(isHop())
        .isNotEmpty()
        .allSatisfy(metric -> assertThat(metric.name()).matches(".*\\.(exposure|whole)"));
    assertThat(hopsS(metrics))
        .isPositive()
        .isCloseTo(hopsS(run.judgement().metrics()), within(1e-9));
  }

  private static Predicate<Metric> isHop() {
    return metric -> metric.name().startsWith("latency.hop.");
  }

  private static List<Metric> withoutHops(List<Metric> metrics) {
    return metrics.stream().filter(isHop().negate()).toList();
  }

  private static double hopsS(List<Metric> metrics) {
    return metrics.stream()
        .filter(isHop())
        .mapToDouble(metric -> metric.value().orElseThrow())
        .sum();
  }

  @Test
  void withoutTruthEveryMetricIsAbsentAndSaysWhy() throws IOException {
    List<Metric> metrics = PlainLog.judge(with(topic -> !topic.startsWith("/truth/")));

    assertThat(metrics).isNotEmpty().allSatisfy(metric -> {
      assertThat(metric.value()).as(metric.name()).isEmpty();
      assertThat(metric.absence()).isEqualTo("the log holds no truth (/truth/frame)");
    });
  }

  @Test
  void withoutAMapOnlyWhatNeedsNoneIsMeasured() throws IOException {
    List<Metric> metrics = PlainLog.judge(
        with(topic -> !topic.equals(Topics.MAP.name()) && !topic.equals(Topics.MISSION.name())));

    assertThat(value(metrics, "localization.lateral.p95"))
        .isEqualTo(run.metric("localization.lateral.p95").orElseThrow());
    assertThat(metrics)
        .filteredOn(metric -> metric.name().startsWith("offRoad")
            || metric.name().startsWith("progress")
            || metric.name().startsWith("score"))
        .isNotEmpty()
        .allMatch(metric -> metric.value().isEmpty()
            && metric.absence().equals("the log holds no map and no mission"));
    assertThat(PlainLog.text(drive, metrics)).contains("absent the log holds no map");
  }

  @Test
  void whatIsNoLogIsRefused() {
    assertThatThrownBy(() -> PlainLog.judge(folder.resolve("none.mcap")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such log");
  }

  private static double value(List<Metric> metrics, String name) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  private Path with(Predicate<String> wanted) throws IOException {
    TreeSet<String> topics = new TreeSet<>();
    try (McapFile log = McapFile.open(drive)) {
      log.summary().channels().values().forEach(channel -> topics.add(channel.topic()));
    }
    topics.removeIf(topic -> !wanted.test(topic));
    Path target = folder.resolve("part.mcap");
    Clip.copy(List.of(drive), new MessageSelection(topics, 0L, Long.MAX_VALUE), target);
    return target;
  }
}
