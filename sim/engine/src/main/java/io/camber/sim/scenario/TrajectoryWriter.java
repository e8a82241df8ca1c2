package io.camber.sim.scenario;

import io.camber.geometry.Pose3;
import io.camber.truth.ActorTruth;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes where everybody is as comma-separated values, one line per entity and step: time in seconds, name, the OpenSCENARIO
 * reference point in metres and radians, signed speed and road-wheel angle. Closes its writer.
 */
public final class TrajectoryWriter implements Closeable {
  private static final String HEADER = "time,name,x,y,z,h,p,r,speed,wheel_angle\n";

  private final Writer out;
  private final StringBuilder line = new StringBuilder(160);

  public TrajectoryWriter(Writer out) {
    this.out = out;
    try {
      out.write(HEADER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(long timeNs, List<ActorTruth> entities) {
    try {
      for (ActorTruth entity : entities) {
        line.setLength(0);
        Pose3 pose = entity.mapFromReference();
        line.append(Math.rint(timeNs * 1e-6) / 1e3).append(',').append(quoted(entity.name()));
        add(pose.x())
            .add(pose.y())
            .add(pose.z())
            .add(pose.yaw())
            .add(pose.pitch())
            .add(pose.roll());
        add(entity.speedMps()).add(entity.wheelAngle());
        out.append(line).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrajectoryWriter add(double value) {
    // a tenth of a micrometre is plenty and keeps the numbers short
    line.append(',').append(Math.rint(value * 1e7) / 1e7);
    return this;
  }

  private static String quoted(String name) {
    return name.indexOf(',') < 0 && name.indexOf('"') < 0
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
