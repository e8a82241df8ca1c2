package io.camber.app.agreement;

import io.camber.app.agreement.Happening.Change;
import io.camber.geometry.Pose3;
import io.camber.sim.scenario.Playback;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioPlayer;
import io.camber.truth.ActorTruth;
import io.camber.truth.ScenarioEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What we made of a scenario: a sample of every entity each step, and what happened. Elements of the storyboard go by their
 * paths.
 */
final class Performance {
  private static final double S_PER_NS = 1e-9;

  /** What an EnvironmentAction tells of itself, beside what the storyboard tells of it. */
  private static final String ENVIRONMENT = "EnvironmentAction";

  private final Map<String, List<Sample>> motion = new LinkedHashMap<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final Contacts contacts = new Contacts();
  private final ScenarioPlayer player;

  private Performance(ScenarioPlayer player) {
    this.player = player;
  }

  /** Plays a scenario without a driver for as long as it was recorded, and a step more. */
  static Performance of(Playback playback, Reference reference) {
    Scenario scenario = Scenario.load(reference.file(), reference.parameters());
    Performance performance = new Performance(playback.open(scenario));
    performance.play(Math.round(reference.untilS() / S_PER_NS) + ScenarioPlayer.STEP_NS);
    return performance;
  }

  Map<String, List<Sample>> motion() {
    return motion;
  }

  List<Happening> happenings() {
    return happenings;
  }

  private void play(long untilNs) {
    look();
    for (long now = ScenarioPlayer.STEP_NS; now <= untilNs; now += ScenarioPlayer.STEP_NS) {
      player.step(now);
      if (player.timeNs() < now) {
        break;
      }
      look();
    }
    listen();
  }

  private void look() {
    listen();
    double timeS = player.timeNs() * S_PER_NS;
    List<ActorTruth> actors = player.entities();
    for (ActorTruth actor : actors) {
      Pose3 pose = actor.mapFromReference();
      motion
          .computeIfAbsent(actor.name(), key -> new ArrayList<>())
          .add(new Sample(timeS, pose.x(), pose.y(), pose.yaw(), actor.speedMps()));
    }
    happenings.addAll(contacts.look(timeS, actors));
  }

  private void listen() {
    for (ScenarioEvent event : player.drainEvents()) {
      if (isInit(event) || event.element().equals(ENVIRONMENT)) {
        continue;
      }
      change(event.kind())
          .ifPresent(change ->
              happenings.add(new Happening(event.timeNs() * S_PER_NS, event.element(), change)));
    }
  }

  /** Init actions are no elements of the storyboard; only it and they have no other kind. */
  private static boolean isInit(ScenarioEvent event) {
    return event.detail().equals("storyboard") && !event.element().isEmpty();
  }

  private static Optional<Change> change(String kind) {
    return switch (kind) {
      case "started" -> Optional.of(Change.STARTED);
      case "ended", "stopped" -> Optional.of(Change.OVER);
      default -> Optional.empty(); // skipped, warnings, and what actions tell of themselves
    };
  }
}
