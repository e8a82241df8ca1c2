package io.camber.sim.dynamics.manoeuvre;

import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import java.util.Arrays;
import java.util.List;

/** Standard manoeuvres. */
public enum Manoeuvre {
  YAW_GAIN("yaw-gain"),
  STEADY_CIRCLE("steady-circle"),
  STEP_STEER("step-steer"),
  SINE_WITH_DWELL("sine-with-dwell"),
  BRAKE_IN_TURN("brake-in-turn"),
  STOP("stop"),
  SPLIT("split"),
  BRAKE_FADE("brake-fade"),
  STEERING("steering"),
  OFF_TRACKING("off-tracking");

  private final String title;

  Manoeuvre(String title) {
    this.title = title;
  }

  /** As people write it. */
  public String title() {
    return title;
  }

  public static List<String> titles() {
    return Arrays.stream(values()).map(Manoeuvre::title).toList();
  }

  /** Off-tracking needs a trailer; what is laid down for cars, or compares with the model of one, needs none. */
  public boolean suits(DoubleTrackConfig config) {
    boolean hasTrailer = config.trailer().isPresent();
    return switch (this) {
      case OFF_TRACKING -> hasTrailer;
      case STEP_STEER, SINE_WITH_DWELL, BRAKE_IN_TURN -> !hasTrailer;
      case YAW_GAIN, STEADY_CIRCLE, STOP, SPLIT, BRAKE_FADE, STEERING -> true;
    };
  }

  /** Drives it; the ground counts where the manoeuvre does not bring its own. */
  public Report run(DoubleTrackConfig config, Ground ground) {
    if (!suits(config)) {
      throw new IllegalArgumentException(title + " does not suit " + config.name());
    }
    return switch (this) {
      case YAW_GAIN -> YawGain.run(config, ground);
      case STEADY_CIRCLE -> SteadyCircle.run(config, ground);
      case STEP_STEER -> StepSteer.run(config, ground);
      case SINE_WITH_DWELL -> SineWithDwell.run(config, ground);
      case BRAKE_IN_TURN -> BrakeInTurn.run(config, ground);
      case STOP -> StoppingDistance.run(config);
      case SPLIT -> SplitBraking.run(config);
      case BRAKE_FADE -> BrakeFade.run(config);
      case STEERING -> SteeringResponse.run(config);
      case OFF_TRACKING -> OffTracking.run(config, config.trailer().orElseThrow());
    };
  }
}
