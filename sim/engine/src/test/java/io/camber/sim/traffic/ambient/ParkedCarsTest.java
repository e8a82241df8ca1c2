package io.camber.sim.traffic.ambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParkedCarsTest {
  /** 124 m with a driving lane of 3.5 m, then a parking lane of 2.2 m to the right: 20 places; a crosswalk at 60 m. */
  private static final String TEXT = """
      <OpenDRIVE><header revMajor="1" revMinor="6"/>
      <road name="" length="124" id="1" junction="-1"><link/>
      <planView><geometry s="0" x="0" y="0" hdg="0" length="124"><line/></geometry></planView>
      <lanes><laneSection s="0"><center><lane id="0" type="none" level="false"/></center><right>
      <lane id="-1" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane>
      <lane id="-2" type="parking" level="false"><width sOffset="0" a="2.2" b="0" c="0" d="0"/></lane>
      </right></laneSection></lanes>
      <objects><object id="zebra" type="crosswalk" s="60" t="0" zOffset="0" orientation="none" hdg="0" length="4" width="12">
      <outlines><outline id="0" closed="true"><cornerLocal u="-2" v="-6" z="0"/><cornerLocal u="2" v="-6" z="0"/>
      <cornerLocal u="2" v="6" z="0"/><cornerLocal u="-2" v="6" z="0"/></outline></outlines></object>
      <object id="lot" type="parkingSpace" s="30" t="12" zOffset="0" orientation="none" hdg="0" length="2.4" width="5"/></objects>
      </road></OpenDRIVE>
      """;

  private static final RoadMap STREET = map(TEXT);

  @Test
  void standInsideTheirLaneAndNotInEachOther() {
    List<ActorTruth> cars = ParkedCars.park(STREET, 1.0, 7, List.of());

    List<ActorTruth> onLane =
        cars.stream().filter(car -> !car.name().startsWith("parked-space")).toList();
    assertThat(onLane).hasSizeBetween(14, 19);
    for (ActorTruth car : onLane) {
      assertThat(car.footprint().corners())
          .allSatisfy(corner -> assertThat(corner.y()).isBetween(-5.9, -3.3));
      for (ActorTruth other : onLane) {
        assertThat(other.equals(car) || !other.footprint().intersects(car.footprint()))
            .isTrue();
      }
    }
  }

  @Test
  void useASpaceAlongItsLongerSide() {
    Box2 car = ParkedCars.park(STREET, 1.0, 7, List.of()).stream()
        .filter(each -> each.name().startsWith("parked-space"))
        .findFirst()
        .orElseThrow()
        .footprint();

    assertThat(car.corners()).allSatisfy(corner -> assertThat(corner.x()).isBetween(28.7, 31.3));
  }

  @Test
  void keepAwayFromCrosswalksAndFromWhereActorsBegin() {
    ActorTruth actor = actorAt(100.0);
    List<ActorTruth> cars = ParkedCars.park(STREET, 1.0, 7, List.of(actor));

    assertThat(cars).allSatisfy(car -> {
      assertThat(car.footprint().distanceTo(actor.footprint())).isGreaterThanOrEqualTo(4.0);
      assertThat(car.footprint().distanceTo(new Vec2(58.0, -4.6))).isGreaterThanOrEqualTo(5.0);
      assertThat(car.footprint().distanceTo(new Vec2(62.0, -4.6))).isGreaterThanOrEqualTo(5.0);
    });
    assertThat(cars).anySatisfy(car -> assertThat(car.mapFromReference().x()).isGreaterThan(107.0));
  }

  @Test
  void nobodyParksWhereNoBodyFits() {
    String narrow = TEXT.replace("a=\"2.2\"", "a=\"1.85\"");

    assertThat(ParkedCars.park(map(narrow), 1.0, 7, List.of()))
        .allSatisfy(car -> assertThat(car.name()).startsWith("parked-space"));
  }

  @Test
  void theSeedSaysWhichPlacesAreTaken() {
    List<ActorTruth> half = ParkedCars.park(STREET, 0.5, 7, List.of());

    assertThat(half).isEqualTo(ParkedCars.park(STREET, 0.5, 7, List.of()));
    assertThat(half).isNotEqualTo(ParkedCars.park(STREET, 0.5, 8, List.of()));
    assertThat(half).hasSizeBetween(3, 14);
    assertThat(ParkedCars.park(STREET, 0.0, 7, List.of())).isEmpty();
  }

  @Test
  void standBesideThoseWhoDrive() {
    TrafficAround alone =
        ParkedCars.beside(Optional.empty(), 1.0).begin(STREET, 7, List.of(), "", List.of());
    TrafficAround both = ParkedCars.beside(Optional.of(AmbientTraffic.of(3)), 1.0)
        .begin(STREET, 7, List.of(), "", List.of());
    both.advance(0, List.of(), "", List.of());

    assertThat(both.actors().size()).isGreaterThan(alone.actors().size());
    assertThat(both.actors()).containsAll(alone.actors());
  }

  private static RoadMap map(String text) {
    return RoadMap.parse("street.xodr", ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static ActorTruth actorAt(double x) {
    return new ActorTruth(
        "walker",
        ObjectClass.PEDESTRIAN,
        "pedestrian",
        new Pose3(x, -5.0, 0.0, 0.0, 0.0, 0.0),
        new Size3(0.5, 0.5, 1.8),
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }
}
