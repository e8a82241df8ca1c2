package io.camber.sim.scenario.trajectory;

/** Somebody's progress along a line. Mutable. */
public final class TrajectoryRun {
  private final String name;
  private final TrajectoryLine line;
  private final TrajectoryPose pose = new TrajectoryPose();
  private double station;

  public TrajectoryRun(String name, TrajectoryLine line) {
    this.name = name;
    this.line = line;
    moveTo(0.0);
  }

  public String name() {
    return name;
  }

  public TrajectoryLine line() {
    return line;
  }

  public double station() {
    return station;
  }

  /** The pose at the current station. */
  public TrajectoryPose pose() {
    return pose;
  }

  public void moveTo(double newStation) {
    station = Math.max(0.0, Math.min(line.lengthM(), newStation));
    line.at(station, pose);
  }
}
