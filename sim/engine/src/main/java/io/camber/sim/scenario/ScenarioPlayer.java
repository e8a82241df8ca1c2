package io.camber.sim.scenario;

import io.camber.map.RoadMap;
import io.camber.motion.Mission;
import io.camber.truth.ActorTruth;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.SignalTruth;
import java.util.List;

/**
 * Plays one scenario: storyboard, traffic signals and every entity that moves by the storyboard. Owned by one thread.
 *
 * <p>The ego moves by the storyboard like everybody until {@link #handOver()}; from then on somebody else drives it and says
 * where it is with {@link #placeEgo} before each step. Motion actions on a handed-over ego do not move it: they start, are
 * reported as events, and end when they would have ended, so that the storyboard goes on.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ScenarioPlayer {
  /** Length of a step. */
  public static final long STEP_NS = 10_000_000L;

  private final Scenario scenario;

  /**
   * The scenario at time 0 with its Init actions done.
   *
   * @param egoName the entity the stack drives; empty when the storyboard drives all
   */
  public ScenarioPlayer(Scenario scenario, RoadMap map, long seed, String egoName) {
    this.scenario = scenario;
    throw new UnsupportedOperationException(map.name() + seed + egoName);
  }

  /** The entity the stack may drive; empty when none. */
  public String egoName() {
    throw new UnsupportedOperationException(scenario.egoName());
  }

  /** From now on {@link #placeEgo} says where the ego is. */
  public void handOver() {
    throw new UnsupportedOperationException(scenario.egoName());
  }

  /** The ego's true pose, speed, acceleration, yaw rate, wheel angle and lights at the current time; only after {@link #handOver()}. */
  public void placeEgo(ActorTruth ego) {
    throw new UnsupportedOperationException(scenario.egoName() + ego);
  }

  /** Advances to {@code timeNs} in steps of {@link #STEP_NS}. Does nothing once the storyboard has stopped. */
  public void step(long timeNs) {
    throw new UnsupportedOperationException(scenario.egoName() + timeNs);
  }

  public long timeNs() {
    throw new UnsupportedOperationException(scenario.egoName());
  }

  /** Every entity present at the current time, in the order of the file. */
  public List<ActorTruth> entities() {
    throw new UnsupportedOperationException(scenario.egoName());
  }

  /** Every dynamic signal of the map, ordered by id. */
  public List<SignalTruth> signals() {
    throw new UnsupportedOperationException(scenario.egoName());
  }

  /** What the storyboard did since the last call. */
  public List<ScenarioEvent> drainEvents() {
    throw new UnsupportedOperationException(scenario.egoName());
  }

  /** True once the stop trigger fired, or, without one, once every story is complete. */
  public boolean finished() {
    throw new UnsupportedOperationException(scenario.egoName());
  }

  /**
   * What the ego's storyboard asks of it: way points of its route or acquired position at time 0, goal last, none when it just
   * follows its lane. The set speed is the largest speed that any speed action of its Init or events asks for; the initial
   * speed when there is none.
   */
  public Mission mission() {
    throw new UnsupportedOperationException(scenario.egoName());
  }

  /** Wheelbase of the ego in metres as its axles say; 0 when unknown. */
  public double egoWheelbaseM() {
    throw new UnsupportedOperationException(scenario.egoName());
  }
}
