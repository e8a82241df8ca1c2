package io.camber.app.command.option;

import io.camber.app.simulation.Perception;
import picocli.CommandLine.Option;

/** What the stack is given to see. */
public final class PerceptionChoice {
  @Option(
      names = "--perception",
      paramLabel = "KIND",
      description = "sensors (default), or truth: a short-cut, named in the report")
  private Perception kind = Perception.SENSORS;

  public Perception kind() {
    return kind;
  }

  public boolean isTruth() {
    return kind == Perception.TRUTH;
  }
}
