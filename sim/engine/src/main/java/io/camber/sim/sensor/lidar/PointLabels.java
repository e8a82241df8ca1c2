package io.camber.sim.sensor.lidar;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.truth.LidarLabels;
import io.camber.truth.PointClass;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Keeps what the points of a sweep truly hit. Before a point is put it is told what comes next, so a point that the device does not
 * report leaves nothing. Owned by one sensor.
 */
final class PointLabels {
  private final byte[] classes;
  private final short[] actors;
  private byte nextClass;
  private short nextActor;
  private int size;

  PointLabels(int pointsMax) {
    classes = new byte[pointsMax];
    actors = new short[pointsMax];
  }

  void clear() {
    size = 0;
  }

  /**
   * The next point is on something.
   *
   * @param actor number of the actor from 0; less for what is none
   */
  void onto(Instance hit, Surface surface, int actor) {
    SceneLabel label = hit.label().orElse(surface.label());
    nextClass = label.index();
    nextActor = (short) Math.max(0, actor + 1);
  }

  /** The next point is where nothing is. */
  void falsely(PointClass cause) {
    nextClass = (byte) cause.number();
    nextActor = 0;
  }

  /** The point that was spoken of is reported. */
  void keep() {
    classes[size] = nextClass;
    actors[size] = nextActor;
    size++;
  }

  LidarLabels of(String sensorId, long timeNs, List<String> names) {
    ByteBuffer planes =
        ByteBuffer.allocate(LidarLabels.POINT_BYTES * size).order(ByteOrder.LITTLE_ENDIAN);
    planes.put(classes, 0, size);
    planes.asShortBuffer().put(actors, 0, size);
    planes.rewind();
    return new LidarLabels(sensorId, timeNs, names, planes);
  }
}
