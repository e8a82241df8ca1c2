package io.camber.app.rig;

import io.camber.app.simulation.RealtimeHosts;
import io.camber.app.simulation.SimulationOptions;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.realtime.HeartbeatReader;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.MessageListener;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireEvents;
import io.camber.diagnostics.InputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Starts the processes of a real-time run, lets them begin together and keeps them running. */
public final class RealtimeRig implements RealtimeHosts, AutoCloseable {
  /** On two cores a dozen Java processes take half a minute to come up and warm. */
  private static final long PATIENCE_NS = 120_000_000_000L;

  /** After a rehearsal, on two cores with a dozen processes and other work. */
  private static final long RETURN_NS = 20_000_000_000L;

  /** Between the signal and 0: every process joins its topics and reads the map meanwhile, a dozen of them on two cores. */
  private static final long LEAD_NS = 2_000_000_000L;

  private static final long LOOK_NS = 20_000_000L;
  private static final double NS = 1e-9;

  private final RigPlan plan;
  private final Wire wire;
  private final WireEvents events;
  private final KnownParameters known = new KnownParameters();
  private final GroupProcesses starting;
  private final Set<ProcessGroup> started = new LinkedHashSet<>();
  private final Set<String> expected = new TreeSet<>();
  private final Supervisor supervisor;
  private @Nullable StartSignal signal;
  private long rehearsedNs;

  private RealtimeRig(RigPlan plan, SimulationOptions options, Wire wire, WireEvents events) {
    this.plan = plan;
    this.starting = new GroupProcesses(plan, options, known);
    this.wire = wire;
    this.events = events;
    HeartbeatReader beats = new HeartbeatReader(wire, StartSignal.SENDER);
    this.supervisor = new Supervisor(starting::startSpare, known::of, new Heartbeats(beats::poll));
  }

  /** Opens the bus; processes start as the run asks for its nodes. */
  public static RealtimeRig start(RigPlan plan, SimulationOptions options) {
    WireEvents events = new WireEvents(new WireLog());
    return new RealtimeRig(plan, options, plan.bus().open(events), events);
  }

  @Override
  public Wire wire() {
    return wire;
  }

  @Override
  public WireEvents events() {
    return events;
  }

  /** Who takes the place of a node that dies gets the values of its parameters. */
  @Override
  public MessageListener listener() {
    return known;
  }

  @Override
  public void announce(List<NodeSpec> specs) {
    starting.begin(specs);
  }

  @Override
  public boolean host(NodeSpec spec) {
    Optional<ProcessGroup> group = plan.isElsewhere(spec) ? Optional.empty() : plan.findGroup(spec);
    if (group.isPresent() && started.add(group.get())) {
      boolean isHere = group.get().host().isEmpty();
      supervisor.keep(
          starting.nodes(group.get()),
          isHere,
          () -> starting.start(group.get(), List.of("--realtime")));
    }
    boolean isAway = group.isPresent() || plan.isElsewhere(spec);
    if (isAway) {
      expected.add(spec.name());
    }
    return isAway;
  }

  @Override
  public long rehearse(long lengthNs, BooleanSupplier stopped) {
    return start(lengthNs, stopped);
  }

  @Override
  public long begin(BooleanSupplier stopped) {
    long epochNs = start(0, stopped);
    supervisor.expectWork();
    return epochNs;
  }

  private long start(long rehearsalNs, BooleanSupplier stopped) {
    awaitEverybody(stopped);
    long epochNs = RunClock.wallNs() + LEAD_NS;
    if (signal == null) {
      signal = StartSignal.open(wire);
    }
    rehearsedNs = System.nanoTime();
    signal.send(new StartSignal.Start(epochNs, rehearsalNs));
    return epochNs;
  }

  /** Who was in the rehearsal is warm and back in a second or two; who is not hangs and is replaced. */
  private void awaitEverybody(BooleanSupplier stopped) {
    long startNs = System.nanoTime();
    boolean hasReplaced = signal == null;
    Set<String> missing = missing();
    while (!missing.isEmpty() && !stopped.getAsBoolean()) {
      if (!hasReplaced && System.nanoTime() - startNs > RETURN_NS) {
        hasReplaced = true;
        supervisor.replace(missing, rehearsedNs);
      }
      if (System.nanoTime() - startNs > PATIENCE_NS) {
        throw new InputException("after " + Math.round(PATIENCE_NS * NS) + " s nodes " + missing
            + " are not on bus " + plan.bus().text() + "; logs of processes that were started here"
            + " are in " + starting.logs());
      }
      LockSupport.parkNanos(LOOK_NS);
      missing = missing();
    }
  }

  private Set<String> missing() {
    Set<String> ready = StartSignal.waiting(wire);
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(ready);
    if (supervisor.hasSpare() && ready.stream().noneMatch(StartSignal::isSpare)) {
      missing.add("spare");
    }
    return missing;
  }

  @Override
  public void close() {
    supervisor.close();
    if (signal != null) {
      signal.close();
    }
    wire.close();
    plan.bus().removeIfOwn();
    starting.close();
  }
}
