package io.camber.drives.scenario;

import io.camber.bus.MalformedMessageException;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Vec2;
import io.camber.importing.ImportedScenario;
import io.camber.importing.scenario.Departure;
import io.camber.importing.scenario.LightCycle;
import io.camber.importing.scenario.RecordedActor;
import io.camber.importing.scenario.RecordedScene;
import io.camber.importing.scenario.RecordedState;
import io.camber.importing.scenario.ScenarioText;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import io.camber.messages.Topics;
import io.camber.scene.MapFile;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stretch of a log as a scenario. */
public final class ScenarioExtract {
  /** Recorded places this far apart in time are enough for a smooth way. */
  private static final long STEP_NS = 95_000_000L;

  /** Somebody who was away longer than this comes back as somebody else. */
  private static final double AWAY_S = 1.0;

  private final Path log;
  private final Span span;
  private final Map<String, Way> ways = new LinkedHashMap<>();
  private final List<RecordedState> ego = new ArrayList<>();
  private final Map<String, List<Shown>> lights = new TreeMap<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();
  private Optional<MapFile> map = Optional.empty();
  private long startNs = Long.MIN_VALUE;
  private long keptNs = Long.MIN_VALUE;
  private double endS;

  /**
   * Which part of a log, in seconds since its first truth.
   *
   * @param toS absent: to the end
   */
  public record Span(double fromS, OptionalDouble toS) {
    /** All of it. */
    public static final Span ALL = new Span(0.0, OptionalDouble.empty());

    public Span {
      if (!(fromS >= 0.0) || (toS.isPresent() && !(toS.getAsDouble() > fromS))) {
        throw new InputException(
            "from " + fromS + " s to " + (toS.isPresent() ? toS.getAsDouble() + " s" : "the end")
                + " is no stretch of a drive");
      }
    }
  }

  private static final class Way {
    private final ActorTruth first;
    private final List<RecordedState> states = new ArrayList<>();

    private Way(ActorTruth first) {
      this.first = first;
    }
  }

  private record Shown(double timeS, SignalColor color) {}

  private ScenarioExtract(Path log, Span span) {
    this.log = log;
    this.span = span;
  }

  /**
   * Reads a log.
   *
   * @param name of the files to be written
   * @param reactiveM how far the free car may depart before vehicles react; absent: they never do
   */
  public static ImportedScenario of(Path log, String name, Span span, OptionalDouble reactiveM)
      throws IOException {
    ScenarioExtract extract = new ScenarioExtract(log, span);
    try (McapFile file = McapFile.open(log)) {
      extract.read(file);
    } catch (MalformedMcapException e) {
      throw new InputException(log + ": " + e.getMessage(), e);
    }
    return extract.scenario(name, reactiveM);
  }

  private void read(McapFile file) throws IOException {
    TreeSet<String> topics = new TreeSet<>(List.of(Topics.MAP.name(), Topics.TRUTH_FRAME.name()));
    MessageCursor cursor = file.messages(new MessageSelection(topics, 0L, -1L));
    for (Optional<McapRecord.Message> next = cursor.next();
        next.isPresent();
        next = cursor.next()) {
      String topic = file.summary().channel(next.get().channelId()).topic();
      try {
        if (topic.equals(Topics.MAP.name())) {
          map = Optional.of(Topics.MAP.codec().decode(next.get().payload().duplicate()));
        } else {
          take(Topics.TRUTH_FRAME.codec().decode(next.get().payload().duplicate()));
        }
      } catch (MalformedMessageException e) {
        throw new InputException(
            log + ": " + topic + " at " + next.get().logTimeNs() + " ns is " + e.getMessage(), e);
      }
    }
  }

  private void take(TruthFrame frame) {
    if (startNs == Long.MIN_VALUE) {
      startNs = frame.timeNs();
    }
    double timeS = (frame.timeNs() - startNs) * 1e-9 - span.fromS();
    boolean isWithin =
        timeS >= 0.0 && (span.toS().isEmpty() || timeS <= span.toS().getAsDouble() - span.fromS());
    boolean isDue = keptNs == Long.MIN_VALUE || frame.timeNs() - keptNs >= STEP_NS;
    if (!isWithin || !isDue) {
      return;
    }
    double begins = keptNs == Long.MIN_VALUE ? timeS : 0.0;
    if (begins > 0.0) {
      startNs += Math.round(begins * 1e9);
      timeS = 0.0;
    }
    keptNs = frame.timeNs();
    endS = timeS;
    for (ActorTruth actor : frame.actors()) {
      RecordedState state = new RecordedState(timeS, actor.footprint().center(), actor.speedMps());
      if (actor.name().equals(frame.egoName())) {
        ego.add(state);
      } else {
        take(actor, state);
      }
    }
    for (SignalTruth signal : frame.signals()) {
      List<Shown> shown = lights.computeIfAbsent(signal.signalId(), unused -> new ArrayList<>());
      if (shown.isEmpty() || shown.get(shown.size() - 1).color() != signal.color()) {
        shown.add(new Shown(timeS, signal.color()));
      }
    }
  }

  private void take(ActorTruth actor, RecordedState state) {
    if (actor.objectClass() == ObjectClass.UNKNOWN) {
      leftOut.merge(actor.kind() + " (a thing, not a road user)", 1, Integer::sum);
      return;
    }
    String name = actor.name();
    Way way = ways.computeIfAbsent(name, unused -> new Way(actor));
    for (int again = 2; isAway(way, state); again++) {
      name = actor.name() + "-" + again;
      way = ways.computeIfAbsent(name, unused -> new Way(actor));
    }
    way.states.add(state);
  }

  private static boolean isAway(Way way, RecordedState state) {
    return !way.states.isEmpty()
        && state.timeS() - way.states.get(way.states.size() - 1).timeS() > AWAY_S;
  }

  private ImportedScenario scenario(String name, OptionalDouble reactiveM) {
    if (ego.isEmpty() && ways.isEmpty()) {
      throw new InputException(log + ": has no truth in that stretch (" + Topics.TRUTH_FRAME.name()
          + "): there is nobody to replay");
    }
    MapFile roads = map.orElseThrow(() -> new InputException(
        log + ": has no map (" + Topics.MAP.name() + "), and a scenario needs roads"));
    if (reactiveM.isPresent() && ego.isEmpty()) {
      throw new InputException(log + ": has no ego whose departure others could react to");
    }
    List<RecordedActor> actors = new ArrayList<>();
    ways.forEach((actor, way) -> actors.add(
        new RecordedActor(actor, way.first.objectClass(), way.first.size(), way.states)));
    List<LightCycle> cycles = new ArrayList<>();
    lights.forEach((id, shown) -> cycles.add(cycle(id, shown)));
    Optional<Vec2> goal = ego.size() < 2
        ? Optional.empty()
        : Optional.of(ego.get(ego.size() - 1).center().position());
    RecordedScene scene = new RecordedScene(
        name,
        String.format(Locale.ROOT, "from %s, %.1f s on", log.getFileName(), span.fromS()),
        actors,
        ego.stream().findFirst(),
        goal,
        cycles,
        endS,
        reactiveM.isPresent()
            ? Optional.of(new Departure(reactiveM.getAsDouble(), ego))
            : Optional.empty());
    String about = String.format(
        Locale.ROOT,
        "%d road users, %d traffic lights, %.1f s%s%s",
        actors.size(),
        cycles.size(),
        endS,
        ego.isEmpty() ? ", no ego" : ", free ego",
        reactiveM.isPresent()
            ? String.format(
                Locale.ROOT, ", vehicles react once it departs by %.1f m", reactiveM.getAsDouble())
            : "");
    return new ImportedScenario(
        name,
        ScenarioText.of(scene, name + ".xodr"),
        StandardCharsets.UTF_8.decode(roads.content()).toString(),
        about,
        leftOut.entrySet().stream()
            .map(entry -> entry.getKey() + " x " + entry.getValue())
            .toList());
  }

  private LightCycle cycle(String id, List<Shown> shown) {
    List<LightCycle.Phase> phases = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      double until = i + 1 < shown.size() ? shown.get(i + 1).timeS() : Math.max(endS, 1.0) + 1.0;
      LightCycle.Color color = switch (shown.get(i).color()) {
        case RED -> LightCycle.Color.RED;
        case RED_YELLOW -> LightCycle.Color.RED_YELLOW;
        case YELLOW -> LightCycle.Color.YELLOW;
        case GREEN -> LightCycle.Color.GREEN;
        case UNKNOWN, OFF -> LightCycle.Color.DARK;
      };
      phases.add(new LightCycle.Phase(color, until - shown.get(i).timeS()));
    }
    return new LightCycle(id, phases);
  }
}
