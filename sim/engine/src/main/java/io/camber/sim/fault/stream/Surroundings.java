package io.camber.sim.fault.stream;

import io.camber.pose.EgoPose;
import io.camber.sensing.CameraCalibration;
import java.util.Optional;

/** What the node at fault knows besides the message. Mutable; owned by the node's thread. */
public final class Surroundings {
  private Optional<CameraCalibration> camera = Optional.empty();
  private Optional<EgoPose> pose = Optional.empty();

  /** Looks at everything that the node sends or hears. */
  public void notice(Object value) {
    if (value instanceof CameraCalibration calibration) {
      camera = Optional.of(calibration);
    } else if (value instanceof EgoPose newest) {
      pose = Optional.of(newest);
    }
  }

  Optional<CameraCalibration> camera() {
    return camera;
  }

  Optional<EgoPose> pose() {
    return pose;
  }
}
