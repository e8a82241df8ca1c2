package io.camber.sim.sensor.lidar;

import io.camber.sim.scene.Bounds;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.town.Region;
import io.camber.sim.scene.town.SceneModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What stands within a sensor's reach, nearest first: what near things hide costs next to nothing. */
final class NearFirst {
  private final Instance[] instances;
  private final float[] distancesM;

  private NearFirst(Instance[] instances, float[] distancesM) {
    this.instances = instances;
    this.distancesM = distancesM;
  }

  /** Not a copy. */
  Instance[] instances() {
    return instances;
  }

  /** From the sensor to the nearest point of each one's bounding sphere, seen from above; not a copy. */
  float[] distancesM() {
    return distancesM;
  }

  static NearFirst of(SceneModel scene, double x, double y, double reachM) {
    List<Instance> found = new ArrayList<>(scene.surroundings(Region.around(x, y, reachM)));
    found.removeIf(instance -> distanceM(instance, x, y) > reachM);
    // The sort is stable, so ties keep the scene's order.
    found.sort(Comparator.comparingDouble(instance -> distanceM(instance, x, y)));
    float[] distancesM = new float[found.size()];
    for (int i = 0; i < distancesM.length; i++) {
      distancesM[i] = (float) distanceM(found.get(i), x, y);
    }
    return new NearFirst(found.toArray(Instance[]::new), distancesM);
  }

  private static double distanceM(Instance instance, double x, double y) {
    Bounds bounds = instance.mesh().bounds();
    double eastM = instance.x()
        + instance.rotation(0) * bounds.centerX()
        + instance.rotation(1) * bounds.centerY()
        - x;
    double northM = instance.y()
        + instance.rotation(3) * bounds.centerX()
        + instance.rotation(4) * bounds.centerY()
        - y;
    return Math.max(0.0, Math.sqrt(eastM * eastM + northM * northM) - bounds.radius());
  }
}
