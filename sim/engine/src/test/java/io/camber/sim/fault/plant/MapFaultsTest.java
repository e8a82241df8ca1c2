package io.camber.sim.fault.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import io.camber.map.MapLoader;
import io.camber.map.RoadMap;
import io.camber.scene.MapFile;
import io.camber.truth.FaultTruth;
import io.camber.vehicle.VehicleDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MapFaultsTest {
  @ParameterizedTest
  @ValueSource(strings = {"motorway", "country-road", "signal-crossing", "street"})
  void shiftedLanesLieAsFarAsideAsAskedFor(String name) throws IOException {
    RoadMap sound = load(file(name));
    RoadMap shifted = load(struck(name, "lane_shift", 0.5));

    LaneSegment lane = sound.lanes().get(0);
    LaneSegment same = shifted.lanes().get(0);
    Pose3 aside = same.centerAt(same.lengthM() / 2.0);
    assertThat(same.id()).isEqualTo(lane.id());
    assertThat(Math.abs(lane.locate(aside.x(), aside.y()).d())).isCloseTo(0.5, within(0.005));
  }

  @Test
  void outerLanesAreMissing() throws IOException {
    assertThat(drivable(struck("motorway", "lanes_missing", 1.0)))
        .isLessThan(drivable(file("motorway")));
  }

  @Test
  void signalsAreMissing() throws IOException {
    assertThat(load(file("signal-crossing")).signals()).isNotEmpty();
    assertThat(load(struck("signal-crossing", "signals_missing", 1.0)).signals())
        .isEmpty();
  }

  @Test
  void aFaultThatChangesNothingIsRefused() {
    assertThatThrownBy(() -> struck("country-road", "lanes_missing", 1.0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("map:lanes_missing")
        .hasMessageContaining("country-road");
  }

  @Test
  void aWronglyDescribedCarHasAnotherWheelbase() {
    VehicleDescription car = VehicleDescription.midSizeCar();

    assertThat(DescriptionFaults.apply(car, List.of(fault("vehicle", "wheelbase", 0.8)))
            .wheelbaseM())
        .isCloseTo(0.8 * car.wheelbaseM(), within(1e-12));
    assertThat(
            DescriptionFaults.apply(car, List.of(fault("vehicle", "feet", 1.0))).lengthM())
        .isCloseTo(3.28084 * car.lengthM(), within(1e-9));
    assertThat(DescriptionFaults.apply(car, List.of(fault("gnss", "jump", 1.0))))
        .isEqualTo(car);
  }

  private static FaultTruth fault(String target, String kind, double severity) {
    return new FaultTruth(target, kind, "F21", severity, 0, Long.MAX_VALUE, 1);
  }

  private static MapFile struck(String name, String kind, double severity) throws IOException {
    return MapFaults.apply(file(name), List.of(fault("map", kind, severity)));
  }

  private static MapFile file(String name) throws IOException {
    Path path = Path.of("..", "..", "scenarios", "maps", name + ".xodr");
    return new MapFile(name + ".xodr", Files.readAllBytes(path));
  }

  private static long drivable(MapFile file) {
    return load(file).lanes().stream().filter(LaneSegment::isDrivable).count();
  }

  private static RoadMap load(MapFile file) {
    return new MapLoader().load(file);
  }
}
