package io.camber.app.traffic;

import io.camber.sim.traffic.Traffic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Every vehicle's state as CSV, once a second. */
public final class StateLog implements TrafficDrive.Onlooker, AutoCloseable {
  private final BufferedWriter out;
  private final double[] pose = new double[6];

  public StateLog(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
    out.write("time_s,vehicle,kind,lane,x,y,yaw,speed_mps,accel_mps2\n");
  }

  @Override
  public void see(Traffic traffic, double timeS) {
    if (traffic.steps() % Math.round(1.0 / traffic.stepS()) != 0) {
      return;
    }
    try {
      for (int v = 0; v < traffic.vehicles(); v++) {
        if (traffic.isActive(v)) {
          traffic.poseAt(v, 0.0, pose);
          out.write(String.format(
              Locale.ROOT,
              "%.1f,%d,%s,%s,%.3f,%.3f,%.4f,%.3f,%.3f%n",
              timeS,
              v,
              traffic.kind(v).name().toLowerCase(Locale.ROOT),
              traffic.network().laneIdAt(traffic.lane(v), traffic.station(v)),
              pose[0],
              pose[1],
              pose[3],
              traffic.speedMps(v),
              traffic.accelMps2(v)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
