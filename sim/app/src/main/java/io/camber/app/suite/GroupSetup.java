package io.camber.app.suite;

import io.camber.app.simulation.RunConditions;
import io.camber.app.sweep.SweepSetup;
import io.camber.diagnostics.InputException;
import io.camber.jury.suite.Suite;
import io.camber.sim.fault.Fault;
import io.camber.sim.weather.WeatherText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a group of a suite drives under: its own weather and faults with what the command line adds to every group. */
final class GroupSetup {
  private GroupSetup() {}

  /** The command line's weather takes the place of the group's; its faults come on top. */
  static SweepSetup of(Suite.Group group, SweepSetup asked) {
    Suite.Variation own = group.variation();
    RunConditions conditions = asked.conditions();
    List<String> faults = new ArrayList<>(own.faults());
    faults.addAll(conditions.faults());
    return new SweepSetup(
        new RunConditions(
            faults,
            conditions.weather().isEmpty() ? own.weather() : conditions.weather(),
            conditions.rig(),
            conditions.vehicle(),
            conditions.without(),
            conditions.planner(),
            conditions.latenciesMs()),
        asked.nodeParameters());
  }

  /** Refuses weather and faults that there are none of, before anything is driven. */
  static void requireSound(Suite.Group group) {
    try {
      if (!group.variation().weather().isEmpty()) {
        WeatherText.parse(group.variation().weather());
      }
      group.variation().faults().forEach(Fault::parse);
    } catch (InputException e) {
      throw new InputException("group " + group.name() + ": " + e.getMessage(), e);
    }
  }

  /** What differs, for people; empty when nothing does. */
  static Optional<String> text(Suite.Group group) {
    Suite.Variation own = group.variation();
    List<String> parts = new ArrayList<>();
    if (!own.weather().isEmpty()) {
      parts.add("in " + own.weather());
    }
    if (!own.faults().isEmpty()) {
      parts.add("with " + String.join(" ", own.faults()));
    }
    own.parameters().forEach((name, values) -> parts.add("with " + name + "=" + values));
    if (own.sample() > 0) {
      parts.add(own.sample() + " runs drawn");
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("group " + group.name() + " " + String.join(", ", parts));
  }
}
