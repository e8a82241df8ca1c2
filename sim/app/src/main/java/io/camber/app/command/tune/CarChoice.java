package io.camber.app.command.tune;

import io.camber.app.control.DoubleTrackCar;
import io.camber.app.control.SingleTrackCar;
import io.camber.app.control.TestCar;
import io.camber.app.input.Vehicles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which car the controller drives. */
final class CarChoice {
  @Option(
      names = "--vehicle",
      paramLabel = "VEHICLE",
      description =
          "bundled name or YAML file, on the double-track model (default: the mid-size car on the single-track one)")
  private @Nullable String vehicle;

  TestCar car() {
    return vehicle == null ? new SingleTrackCar() : new DoubleTrackCar(Vehicles.named(vehicle));
  }
}
