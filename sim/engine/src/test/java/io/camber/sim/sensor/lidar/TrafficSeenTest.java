package io.camber.sim.sensor.lidar;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.sensing.LidarSweep;
import io.camber.sim.scene.Surface;
import io.camber.sim.traffic.ambient.AmbientTraffic;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever ambient traffic puts on the road reflects the lidar's light. */
class TrafficSeenTest {
  private static final double AHEAD_M = 15.0;

  private static ActorTruth first(ObjectClass wanted) throws IOException {
    Path file = Path.of("..", "..", "scenarios", "maps", "signal-crossing.xodr");
    RoadMap map = RoadMap.parse(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
    AmbientTraffic traffic = new AmbientTraffic(map, 60, 1, List.of(), "", List.of());
    for (int tick = 0; tick < 1_200; tick++) {
      List<SignalTruth> signals = traffic.signals(tick * 100_000_000L, List.of());
      traffic.advance(tick * 100_000_000L, List.of(), "", signals);
      for (ActorTruth actor : traffic.actors()) {
        if (actor.objectClass() == wanted) {
          return actor;
        }
      }
    }
    throw new AssertionError("nobody of " + wanted + " appeared in two minutes");
  }

  @ParameterizedTest
  @EnumSource(
      value = ObjectClass.class,
      names = {"CAR", "BICYCLE", "PEDESTRIAN"})
  void everyKindOfRoadUserIsSeenFifteenMetresAhead(ObjectClass wanted) throws IOException {
    ActorTruth told = first(wanted);
    ActorTruth ahead = Course.actor(
        told.name(),
        told.objectClass(),
        told.kind(),
        new Pose3(AHEAD_M, 0, 0, 0.5 * Math.PI, 0, 0),
        told.size(),
        told.centerOffsetM());
    SpinningLidar lidar =
        new SpinningLidar(LidarConfig.roof(), Course.scene(Course.plane(Surface.ASPHALT)), 1);

    LidarSweep sweep = lidar.sweep(
        Course.history(t -> Course.frame(t, Course.ego(0), ahead)), Course.SWEEP_END_NS, "Ego");

    int hits = 0;
    for (int i = 0; i < sweep.size(); i++) {
      double x = sweep.x(i) + LidarConfig.roof().mountX() - AHEAD_M;
      boolean aboveGround = sweep.z(i) + LidarConfig.roof().mountZ() > 0.3;
      hits += aboveGround && Math.abs(x) < 1.5 && Math.abs(sweep.y(i)) < 5.0 ? 1 : 0;
    }
    assertThat(hits).isGreaterThan(30);
  }
}
