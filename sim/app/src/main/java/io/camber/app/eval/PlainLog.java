package io.camber.app.eval;

import io.camber.app.recorded.LoggedDrive;
import io.camber.app.recorded.LoggedTopics;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.Jury;
import io.camber.evaluation.JuryConfig;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.Metric;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.scene.MapFile;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A log that is no run, such as an imported drive, judged as far as it goes: what needs the truth, the map or the mission that the log
 * does not hold is absent and says why, never zero.
 */
public final class PlainLog {
  /** Families of metrics that need no map and no mission, only the truth beside what was perceived. */
  private static final Set<String> MAPLESS = Set.of(
      "perception",
      "detection",
      "tracks",
      "modality",
      "image",
      "localization",
      "ground",
      "freeSpace",
      "prediction",
      "radar",
      "calibration");

  private final Path file;
  private boolean hasTruth;
  private Optional<RoadMap> map = Optional.empty();
  private Optional<VehicleDescription> vehicle = Optional.empty();
  private Optional<Mission> mission = Optional.empty();

  private PlainLog(Path file) {
    this.file = file;
  }

  /**
   * Judges a log.
   *
   * @throws InputException when it is no log, or damaged
   */
  public static List<Metric> judge(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": no such log");
    }
    PlainLog log = new PlainLog(file);
    LoggedTopics.tell(
        file,
        List.of(Topics.TRUTH_FRAME, Topics.MAP, Topics.VEHICLE_DESCRIPTION, Topics.MISSION),
        (envelope, value) -> log.note(value));
    return log.metrics();
  }

  private void note(Object value) {
    if (value instanceof TruthFrame) {
      hasTruth = true;
    } else if (value instanceof MapFile content) {
      map = Optional.of(RoadMap.parse(content.name(), content.content()));
    } else if (value instanceof VehicleDescription description) {
      vehicle = Optional.of(description);
    } else if (value instanceof Mission wanted) {
      mission = Optional.of(wanted);
    }
  }

  private List<Metric> metrics() {
    RoadMap roads = map.orElseGet(RoadMap::empty);
    Jury jury = new Jury(
        roads,
        vehicle.orElseGet(PlainLog::anyCar),
        mission.orElseGet(() -> new Mission(0, List.of(), 0.0)),
        JuryConfig.DEFAULT);
    Judgement judged;
    if (hasTruth) {
      LoggedDrive.Seen seen = LoggedDrive.show(file, jury, roads);
      judged = seen.jury().finish(seen.lastNs());
    } else {
      judged = jury.finish(0);
    }
    Optional<String> lack = lack();
    return judged.metrics().stream().map(metric -> told(metric, lack)).toList();
  }

  private static VehicleDescription anyCar() {
    return VehicleDescription.midSizeCar();
  }

  private Metric told(Metric metric, Optional<String> lack) {
    if (!hasTruth) {
      return absent(metric, "the log holds no truth (" + Topics.TRUTH_FRAME.name() + ")");
    }
    String family = metric.name().substring(0, (metric.name() + ".").indexOf('.'));
    return lack.isEmpty() || MAPLESS.contains(family) ? metric : absent(metric, lack.get());
  }

  private Optional<String> lack() {
    List<String> lacking = new ArrayList<>();
    if (map.isEmpty()) {
      lacking.add("no map");
    }
    if (vehicle.isEmpty()) {
      lacking.add("no description of the car");
    }
    if (mission.isEmpty()) {
      lacking.add("no mission");
    }
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of("the log holds " + String.join(" and ", lacking));
  }

  private static Metric absent(Metric metric, String reason) {
    return new Metric(
        metric.name(),
        OptionalDouble.empty(),
        metric.unit(),
        metric.limit(),
        metric.owner(),
        metric.better(),
        reason);
  }

  /** A line a metric. */
  public static String text(Path file, List<Metric> metrics) {
    StringBuilder text = new StringBuilder();
    long measured =
        metrics.stream().filter(metric -> metric.value().isPresent()).count();
    text.append(String.format(
        Locale.ROOT, "%s: %d of %d metrics measured%n", file, measured, metrics.size()));
    for (Metric metric : metrics) {
      text.append(
          metric.value().isPresent()
              ? String.format(
                  Locale.ROOT,
                  "  %-36s %12.4f %s%n",
                  metric.name(),
                  metric.value().getAsDouble(),
                  metric.unit())
              : String.format(
                  Locale.ROOT, "  %-36s %12s %s%n", metric.name(), "absent", metric.absence()));
    }
    return text.toString().replace("\r\n", "\n");
  }
}
