package io.camber.app.calibration;

import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.localization.calibration.Calibrator;
import io.camber.messages.Topics;
import java.util.List;

/** Calibrates the sensors of a drive while it goes on; never hears the truth. Owned by the run's thread. */
public final class CalibrationWatch implements MessageListener {
  private final Calibrator calibrator = new Calibrator();

  @Override
  public void onMessage(BusMessage<?> message) {
    if (!message.topic().name().startsWith(Topics.TRUTH_PREFIX)) {
      DriveCalibration.show(calibrator, message.value());
    }
  }

  /** Labels of the quantities that differ from what was published by more than three sigma, as {@code lidar.yaw}. */
  public List<String> off() {
    return calibrator.firstNs() < calibrator.lastNs()
        ? Deviation.off(calibrator.result(calibrator.lastNs()))
        : List.of();
  }
}
