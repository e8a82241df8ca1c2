package io.camber.app.control;

import io.camber.vehicle.ControlCommand;

/** The controller's loop on a car that goes straight on, cut where its command goes to the actuators. */
final class CarLoop implements ProbedLoop {
  private final ControlledCar car;
  private final Signal signal;

  /** What of the command is probed. */
  enum Signal {
    STEERING("steering"),
    ACCEL("acceleration");

    private final String label;

    Signal(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  CarLoop(TestCar car, Perturbation perturbation, double speedMps, Signal signal) {
    this.car = new ControlledCar(new SteadyDrive(speedMps), car, perturbation);
    this.signal = signal;
  }

  @Override
  public double step(double added) {
    ControlCommand command = car.decide().command();
    return switch (signal) {
      case STEERING -> {
        car.move(command.steeringAngle() + added, command.accelMps2());
        yield command.steeringAngle();
      }
      case ACCEL -> {
        car.move(command.steeringAngle(), command.accelMps2() + added);
        yield command.accelMps2();
      }
    };
  }

  @Override
  public double stepS() {
    return ControlledCar.STEP_NS * 1e-9;
  }
}
