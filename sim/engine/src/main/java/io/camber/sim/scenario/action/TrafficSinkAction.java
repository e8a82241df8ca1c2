package io.camber.sim.scenario.action;

import io.camber.geometry.Pose3;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Crowd;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.place.Places;
import io.camber.truth.ActorTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * TrafficSinkAction: vehicles that traffic actions have let in are gone once they come near a place.
 *
 * @param name by which a TrafficStopAction ends it
 * @param ratePerS at most so many go; infinite for all who come
 * @param kinds that go; empty for all
 */
@Plays(
    value = "TrafficSinkAction",
    support = Support.PARTLY,
    note = "takes vehicles that traffic actions have let in, no entities of the file")
record TrafficSinkAction(
    String name, Place place, double radiusM, double ratePerS, Set<String> kinds)
    implements GlobalAction {
  static TrafficSinkAction read(Node node, String name) {
    double rate = node.number("rate", Double.POSITIVE_INFINITY);
    if (rate < 0.0) {
      throw node.error("attribute rate must not be negative");
    }
    return new TrafficSinkAction(
        name,
        Places.read(node.one("Position")),
        TrafficMix.notNegative(node, "radius"),
        rate,
        node.find("TrafficDefinition").map(TrafficMix::kinds).orElse(Set.of()));
  }

  @Override
  public void run(Stage stage) {
    stage.add(new Sink(this, stage));
    stage.report("started", "TrafficSinkAction", name);
  }

  /** Looks at every step who is near. */
  private static final class Sink implements Crowd {
    private final TrafficSinkAction action;
    private final Stage stage;
    private final Pose3 center;
    private double nextS;
    private boolean stopped;

    Sink(TrafficSinkAction action, Stage stage) {
      this.action = action;
      this.stage = stage;
      center = action.place().on(stage).cursor().pose();
    }

    @Override
    public String name() {
      return action.name();
    }

    @Override
    public void stop() {
      stopped = true;
    }

    @Override
    public void advance() {
      for (Crowd crowd : stage.crowds()) {
        for (String near : near(crowd)) {
          if (!stopped && stage.timeS() >= nextS) {
            crowd.take(near);
            nextS = stage.timeS() + 1.0 / action.ratePerS();
          }
        }
      }
    }

    private List<String> near(Crowd crowd) {
      List<String> near = new ArrayList<>();
      for (ActorTruth member : crowd.members()) {
        Pose3 at = member.mapFromReference();
        boolean goes = action.kinds().isEmpty() || action.kinds().contains(member.kind());
        if (goes
            && StrictMath.hypot(at.x() - center.x(), at.y() - center.y()) <= action.radiusM()) {
          near.add(member.name());
        }
      }
      return near;
    }
  }
}
