package io.camber.app.blame;

import io.camber.app.oracle.Hindsight;
import io.camber.app.simulation.NodeNames;
import io.camber.app.simulation.Progress;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.app.twin.TwinNode;
import io.camber.bus.transport.MessageListener;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Outcome;
import io.camber.jury.attribution.Attribution;
import io.camber.jury.attribution.Component;
import io.camber.map.RoadMap;
import io.camber.truth.TruthFrame;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds who is to blame for a hard event of a drive. The drive is made again from its start each time: runs repeat to the bit, so what
 * differs is the twin's doing. Refused when the drive does not repeat.
 */
public final class Blame {
  /** Twins take over so long before the event. */
  private static final long BEFORE_NS = 8_000_000_000L;

  /** The event has not vanished when it comes a little later. */
  private static final long GRACE_NS = 2_000_000_000L;

  private static final double NS = 1e-9;

  private static final Map<Component, String> NODES = new EnumMap<>(Map.of(
      Component.LOCALIZATION, NodeNames.LOCALIZATION,
      Component.DETECTION, NodeNames.DETECTION,
      Component.TRACKING, NodeNames.TRACKING,
      Component.SIGNALS, NodeNames.SIGNALS,
      Component.PREDICTION, NodeNames.PREDICTION,
      Component.PLANNING, NodeNames.PLANNING,
      Component.CONTROL, NodeNames.CONTROL));

  /** Their twin is the shipped node on what the rest of the stack gives it. */
  private static final Set<Component> AS_SHIPPED = Set.of(Component.PLANNING, Component.CONTROL);

  private final Supplier<Simulation> drives;
  private final List<String> struck;
  private final Hindsight hindsight = new Hindsight();

  /** @param drives makes the drive anew each time it is asked, not run yet */
  public Blame(Supplier<Simulation> drives) {
    this.drives = drives;
    this.struck = drives.get().faultTargets();
  }

  /**
   * What was found about an event.
   *
   * @param parting the first message that is another one when the twin of where it began takes over just in time; empty when nobody is
   *     to blame
   * @param avoidedBy whether what no car has would have avoided the event, as far as it was asked
   */
  public record Finding(
      KeyEvent event,
      Attribution attribution,
      String hash,
      Optional<String> parting,
      Map<Better, Boolean> avoidedBy) {}

  /**
   * Blames the event of that number, counted from 1 among the hard events of the drive.
   *
   * @param recordedHash of the drive as it was recorded; empty when there is nothing to hold it against
   */
  public Finding of(int number, Optional<String> recordedHash) {
    Parting recorded = new Parting();
    SimulationResult base = drives.get().progress(watch()).watch(recorded).run();
    if (recordedHash.isPresent() && !recordedHash.get().equals(base.hash())) {
      throw new InputException("the drive does not repeat: hash " + base.hash() + ", recorded "
          + recordedHash.get() + "; without that no blame can be proved");
    }
    List<KeyEvent> events = base.judgement().events().stream()
        .filter(event -> event.severity() == KeyEvent.Severity.HARD)
        .toList();
    if (events.isEmpty()) {
      throw new InputException("nobody is to blame: the drive has no hard event");
    }
    if (number < 1 || number > events.size()) {
      throw new InputException("--event " + number + ": the drive has hard events 1 to "
          + events.size() + ": " + events.stream().map(KeyEvent::kind).toList());
    }
    KeyEvent event = events.get(number - 1);
    long from = Math.max(0L, event.timeNs() - BEFORE_NS);
    Attribution attribution = Attribution.of(
        List.of(Component.values()),
        inert(),
        (ideal, fromNs) -> remains(event, ideal, fromNs),
        from,
        event.timeNs());
    return new Finding(
        event, attribution, base.hash(), parting(recorded, attribution, event), Map.of());
  }

  /** The finding with what would have come of what no car has, a drive each. */
  public Finding whatIf(Finding finding) {
    KeyEvent event = finding.event();
    long from = Math.max(0L, event.timeNs() - BEFORE_NS);
    Map<Better, Boolean> avoidedBy = new EnumMap<>(Better.class);
    for (Better better : Better.values()) {
      SimulationResult result = drive(better, from, (event.timeNs() + GRACE_NS) * NS);
      avoidedBy.put(better, !isAmong(result.judgement().events(), event, from));
    }
    return new Finding(event, finding.attribution(), finding.hash(), finding.parting(), avoidedBy);
  }

  /** The drive with more than any car has, from a time on. */
  SimulationResult drive(Better better, long fromNs, double untilS) {
    Simulation simulation = drives.get();
    better.apply(simulation, hindsight, fromNs);
    return (untilS > 0.0 ? simulation.until(untilS) : simulation).run();
  }

  private Optional<String> parting(Parting recorded, Attribution attribution, KeyEvent event) {
    if (attribution.origin().isEmpty() || attribution.fixBeforeNs() < 0) {
      return Optional.empty();
    }
    Parting mended = new Parting();
    drive(
        EnumSet.of(attribution.origin().get()),
        attribution.fixBeforeNs(),
        event.timeNs() * NS,
        Optional.of(mended));
    return mended.firstOtherThan(recorded);
  }

  /** The drive with twins from a time on. */
  SimulationResult drive(Set<Component> ideal, long fromNs, double untilS) {
    return drive(ideal, fromNs, untilS, Optional.empty());
  }

  private SimulationResult drive(
      Set<Component> ideal, long fromNs, double untilS, Optional<MessageListener> watcher) {
    Simulation simulation = drives.get();
    watcher.ifPresent(simulation::watch);
    List<String> names = simulation.stackNodes();
    ideal.stream()
        .map(component -> NODES.getOrDefault(component, ""))
        .filter(names::contains)
        .forEach(node -> simulation.substitute(
            node,
            (actual, shipped) ->
                context -> new TwinNode(actual, shipped, hindsight, now -> now >= fromNs)));
    struck.stream()
        .filter(target -> StruckComponent.of(target).filter(ideal::contains).isPresent())
        .forEach(target -> simulation.liftFaults(target, fromNs, Long.MAX_VALUE));
    return (untilS > 0.0 ? simulation.until(untilS) : simulation).run();
  }

  private boolean remains(KeyEvent event, Set<Component> ideal, long fromNs) {
    long untilNs = event.timeNs() + GRACE_NS;
    SimulationResult result = drive(ideal, fromNs, untilNs * NS);
    if (result.outcome() == Outcome.ERROR) {
      throw new IllegalStateException(
          "with ideal " + ideal + " the drive broke: " + result.judgement().reason());
    }
    return isAmong(result.judgement().events(), event, fromNs);
  }

  /** Whether an event happened again from a time on, as far as it can be told to be the same. */
  static boolean isAmong(List<KeyEvent> events, KeyEvent event, long fromNs) {
    return events.stream()
        .anyMatch(one -> one.severity() == KeyEvent.Severity.HARD
            && one.timeNs() >= fromNs
            && EventKind.of(one).isSame(EventKind.of(event)));
  }

  /**
   * Components whose twin says what they say as they are, so that the drive with it is the drive without it, byte for byte: no fault
   * strikes them, and either they have no other twin than that, or theirs is the shipped node and so is the drive's own.
   */
  Set<Component> inert() {
    Simulation drive = drives.get();
    List<String> names = drive.stackNodes();
    EnumSet<Component> inert = EnumSet.allOf(Component.class);
    NODES.forEach((component, node) -> {
      boolean isShipped = AS_SHIPPED.contains(component) && drive.isAsShipped(node);
      if (names.contains(node) && !isShipped) {
        inert.remove(component);
      }
    });
    struck.forEach(target -> StruckComponent.of(target).ifPresent(inert::remove));
    return inert;
  }

  private Progress watch() {
    return new Progress() {
      @Override
      public void at(double simulatedS, double untilS, double wallS) {}

      @Override
      public void world(TruthFrame frame, RoadMap map) {
        hindsight.add(frame);
      }
    };
  }
}
