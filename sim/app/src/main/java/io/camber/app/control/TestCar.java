package io.camber.app.control;

import io.camber.sim.dynamics.Plant;
import io.camber.vehicle.VehicleDescription;

/** A car on the courses: what the controller is told of it, and what it is. */
public interface TestCar {
  VehicleDescription description();

  /** A car as described but for one thing. */
  Plant plant(Perturbation perturbation);

  /** The same without backlash of the steering, which no loop of small signals goes through. */
  TestCar withoutPlay();
}
