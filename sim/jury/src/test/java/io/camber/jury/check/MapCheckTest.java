package io.camber.jury.check;

import static io.camber.jury.check.Shown.CAR;
import static io.camber.jury.check.Shown.car;
import static io.camber.jury.check.Shown.track;
import static io.camber.jury.check.Shown.tracks;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A street to the east, a house of 20 by 10 m to its left and one with an outline, a triangle, to its right. */
final class MapCheckTest {
  private static final String STREET = """
      <?xml version="1.0"?>
      <OpenDRIVE><header revMajor="1" revMinor="6" name="street" version="1.00" north="0" south="0" east="0" west="0"/>
      <road name="" length="200" id="1" junction="-1">
        <planView><geometry s="0" x="0" y="0" hdg="0" length="200"><line/></geometry></planView>
        <lanes><laneSection s="0">
          <center><lane id="0" type="none" level="false"/></center>
          <right>
            <lane id="-1" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane>
          </right>
        </laneSection></lanes>
        <objects>
          <object id="a" name="house" type="building" s="50" t="11" zOffset="0" hdg="0" pitch="0" roll="0" length="20" width="10" height="15"/>
          <object id="b" name="gable" type="building" s="100" t="-10" zOffset="0" hdg="0" pitch="0" roll="0" length="20" width="10" height="15">
            <outline id="0">
              <cornerRoad s="90" t="-6" dz="0" height="15"/>
              <cornerRoad s="110" t="-6" dz="0" height="15"/>
              <cornerRoad s="90" t="-16" dz="0" height="15"/>
            </outline>
          </object>
        </objects>
      </road></OpenDRIVE>
      """;

  @Test
  void whoIsInsideABuildingIsRaisedAndWhoIsAtItsWallIsNot() {
    assertThat(details(i -> List.of(person(50.0, 11.0)))).containsExactly("is inside a building");
    assertThat(details(i -> List.of(person(50.0, 6.3)))).isEmpty();
    assertThat(details(i -> List.of(person(62.0, 11.0)))).isEmpty();
    assertThat(details(i -> List.of(track(1, ObjectClass.UNKNOWN, CAR, 50.0, 11.0, 0.0, 0.0))))
        .isEmpty();
  }

  @Test
  void aBuildingIsWhereItsOutlineSays() {
    assertThat(details(i -> List.of(person(94.0, -9.0)))).containsExactly("is inside a building");
    // within the box, beyond the slanted wall
    assertThat(details(i -> List.of(person(106.0, -13.0)))).isEmpty();
  }

  @Test
  void whoStopsOnTheWayDoesNotDriveAgainstItsLaneForThreeSeconds() {
    RoadMap map = map();
    IntFunction<List<Track>> driven =
        i -> List.of(track(1, ObjectClass.CAR, CAR, 100.0 - i, -1.75, 10.0, Math.PI));
    IntFunction<List<Track>> stopped =
        i -> List.of(i % 20 < 10 ? car(1, 100.0, -1.75, 0.0) : driven.apply(i).get(0));

    assertThat(tracks(new MapCheck(map), driven, 40)).isNotEmpty();
    assertThat(tracks(new MapCheck(map), stopped, 60)).isEmpty();
  }

  private static List<String> details(IntFunction<List<Track>> shown) {
    return tracks(new MapCheck(map()), shown, 1).stream().map(Alarm::detail).toList();
  }

  private static Track person(double x, double y) {
    return track(1, ObjectClass.PEDESTRIAN, CAR, x, y, 0.0, 0.0);
  }

  static RoadMap map() {
    return RoadMap.parse(
        "street", ByteBuffer.wrap(STREET.strip().getBytes(StandardCharsets.UTF_8)));
  }
}
