package io.camber.viewer.picture;

import io.camber.motion.Plan;
import io.camber.motion.ProposalScore;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.viewer.drive.DriveMessage;

/** Rows about what the planner decided. */
final class PlanRows {
  private final Clock clock;
  private final Streams streams;

  PlanRows(Clock clock, Streams streams) {
    this.clock = clock;
    this.streams = streams;
  }

  /** Time, published, plan, safe stop (x, y, speed, acceleration, time and so on), reasons, proposals (name, score, verdict, path as x, y and so on). */
  void plan(DriveMessage message, Plan plan) {
    Json row = streams.of("plans").array().number(clock.seconds(plan.timeNs()));
    row.number(clock.seconds(message.timeNs()));
    trajectory(row, plan.nominal());
    trajectory(row, plan.safeStop());
    row.array();
    plan.reasons().forEach(row::text);
    row.endArray().array();
    for (ProposalScore proposal : plan.proposals()) {
      row.array().text(proposal.name()).fine(proposal.score());
      row.text(proposal.verdict()).array();
      proposal.path().forEach(point -> row.number(point.x()).number(point.y()));
      row.endArray().endArray();
    }
    row.endArray().endArray();
  }

  private void trajectory(Json row, Trajectory trajectory) {
    row.array();
    for (TrajectoryPoint point : trajectory.points()) {
      row.number(point.x()).number(point.y()).number(point.speedMps());
      row.number(point.accelMps2()).number(clock.seconds(point.timeNs()));
    }
    row.endArray();
  }
}
