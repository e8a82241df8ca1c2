package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Crowd;
import io.camber.sim.scenario.entity.Stage;

/** TrafficStopAction: nobody appears any more in the traffic of a name; who is there drives on and leaves as before. */
@Plays("TrafficStopAction")
record TrafficStopAction(String name) implements GlobalAction {
  @Override
  public void run(Stage stage) {
    boolean found = false;
    for (Crowd crowd : stage.crowds()) {
      if (crowd.name().equals(name)) {
        crowd.stop();
        found = true;
      }
    }
    if (!found) {
      stage.report("warning", "TrafficStopAction", "there is no traffic \"" + name + "\" to stop");
    }
  }
}
