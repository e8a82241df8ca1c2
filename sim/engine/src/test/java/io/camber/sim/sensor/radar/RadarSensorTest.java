package io.camber.sim.sensor.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.sensing.RadarReturn;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.MeshBuilder;
import io.camber.sim.scene.Surface;
import io.camber.sim.scene.town.FixedSurroundings;
import io.camber.sim.scene.town.SceneModel;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An ego at 15 m/s along x, its radar 3.7 m ahead of its reference, and a few cars. */
final class RadarSensorTest {
  private static final RadarConfig IDEAL = RadarConfig.front().withoutNoise();

  private static ActorTruth car(String name, ObjectClass as, double x, double y, double speedMps) {
    return new ActorTruth(
        name,
        as,
        "car",
        new Pose3(x, y, 0, 0, 0, 0),
        as == ObjectClass.PEDESTRIAN ? new Size3(0.5, 0.5, 1.8) : new Size3(4.5, 1.8, 1.5),
        0,
        0,
        speedMps,
        0,
        0,
        0,
        ActorLights.OFF);
  }

  /** Returns of many cycles. */
  private static List<RadarReturn> returns(RadarConfig config, int cycles, ActorTruth... others) {
    RadarSensor radar = new RadarSensor(config, 7);
    ActorTruth ego = car("Ego", ObjectClass.CAR, 0, 0, 15);
    List<ActorTruth> actors = new ArrayList<>(List.of(ego));
    actors.addAll(List.of(others));
    List<RadarReturn> all = new ArrayList<>();
    for (int i = 0; i < cycles; i++) {
      TruthFrame frame = new TruthFrame(i * 50_000_000L, "Ego", true, actors, List.of());
      all.addAll(radar.cycle(frame, ego).returns());
    }
    return all;
  }

  @Test
  void measuresTheRearOfTheCarAheadAndHowItsDistanceChanges() {
    List<RadarReturn> seen = returns(IDEAL, 20, car("A", ObjectClass.CAR, 40, 0, 10));

    assertThat(seen).isNotEmpty().allSatisfy(each -> {
      assertThat(each.rangeM()).isCloseTo(40 - 2.25 - 3.7, within(0.02));
      assertThat(each.rangeRateMps()).isCloseTo(-5.0, within(0.01));
      assertThat(Math.abs(each.azimuth())).isLessThan(0.03);
    });
  }

  @Test
  void aCarAtTheRangeOfTheDataSheetIsSeenInEverySecondCycle() {
    int cycles = 2_000;
    // Two corners and the middle of the rear fluctuate by themselves.
    int seen = returns(IDEAL, cycles, car("A", ObjectClass.CAR, 200 + 3.7 + 2.25, 0, 15))
        .size();

    assertThat((double) seen / (3 * cycles)).isCloseTo(0.5, within(0.03));
  }

  @Test
  void peopleAreSeenLessFarThanTrucks() {
    int people =
        returns(IDEAL, 400, car("A", ObjectClass.PEDESTRIAN, 120, 0, 0)).size();
    int trucks = returns(IDEAL, 400, car("A", ObjectClass.TRUCK, 120, 0, 0)).size();

    assertThat(people).isLessThan(trucks / 2);
  }

  @Test
  void aCarBehindACarIsSeenBelowItNowAndThen() {
    int alone = returns(IDEAL, 400, car("B", ObjectClass.CAR, 60, 0, 10)).size();
    long hidden = returns(
            IDEAL,
            400,
            car("A", ObjectClass.TRUCK, 30, 0, 10),
            car("B", ObjectClass.CAR, 60, 0, 10))
        .stream()
        .filter(each -> each.rangeM() > 45)
        .count();

    assertThat((double) hidden / alone).isCloseTo(0.25, within(0.06));
  }

  @Test
  void ghostsComeFromTwiceTheRangeAtTwiceTheSpeed() {
    RadarConfig haunted =
        new RadarConfig("radar_front", 3.7, 0, 0.5, 0, 2.0, 200, 0, 0, 0, 0.0, 1.0);
    List<RadarReturn> seen = returns(haunted, 20, car("A", ObjectClass.CAR, 40, 0, 10));

    assertThat(seen).anySatisfy(each -> {
      assertThat(each.rangeM()).isCloseTo(2 * 34.05, within(0.05));
      assertThat(each.rangeRateMps()).isCloseTo(-10.0, within(0.02));
    });
  }

  @Test
  void clutterStandsStill() {
    RadarConfig cluttered =
        new RadarConfig("radar_front", 3.7, 0, 0.5, 0, 2.0, 200, 0, 0, 0, 4.0, 0.0);
    List<RadarReturn> seen = returns(cluttered, 500);

    assertThat(seen.size() / 500.0).isCloseTo(4.0, within(0.3));
    assertThat(seen)
        .allSatisfy(each -> assertThat(each.rangeRateMps())
            .isCloseTo(-15.0 * StrictMath.cos(each.azimuth()), within(1e-9)));
  }

  @Test
  void theSameSeedGivesTheSameReturns() {
    ActorTruth other = car("A", ObjectClass.CAR, 40, 3, 10);

    assertThat(returns(RadarConfig.front(), 10, other))
        .isEqualTo(returns(RadarConfig.front(), 10, other));
  }

  /** A post 30 m ahead and 4 m to the left: range and rate by hand; everything else stays as it was. */
  @Test
  void hearsAPostOfTheSceneryAndChangesNoOtherReturn() {
    MeshBuilder mesh = new MeshBuilder();
    mesh.box(1.0, 1.0, 0.5, 0.1, 0.1, 1.0, Surface.STEEL);
    SceneModel scene = new SceneModel(
        new FixedSurroundings(
            List.of(Instance.fixed(mesh.build(), new Pose3(32.7, 3.0, 0.0, 0.0, 0.0, 0.0))),
            List.of()),
        List.of());
    ActorTruth ego = car("Ego", ObjectClass.CAR, 0, 0, 15);
    ActorTruth ahead = car("A", ObjectClass.CAR, 60, 0, 10);
    TruthFrame frame = new TruthFrame(0, "Ego", true, List.of(ego, ahead), List.of());

    List<RadarReturn> plain = new RadarSensor(IDEAL, 7).cycle(frame, ego).returns();
    List<RadarReturn> more = new ArrayList<>(
        new RadarSensor(IDEAL, 7, Optional.of(scene)).cycle(frame, ego).returns());
    assertThat(more).containsAll(plain);
    more.removeAll(plain);

    double range = Math.sqrt(30.0 * 30.0 + 4.0 * 4.0);
    // The first triangle of the post lies within its width of the middle.
    assertThat(more).hasSize(1);
    assertThat(more.get(0).rangeM()).isCloseTo(range, within(0.2));
    assertThat(more.get(0).azimuth()).isCloseTo(StrictMath.atan2(4.0, 30.0), within(0.01));
    assertThat(more.get(0).rangeRateMps()).isCloseTo(-15.0 * 30.0 / range, within(0.1));
  }
}
