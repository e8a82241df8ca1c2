package io.camber.sim.scenario.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.map.RoadMap;
import io.camber.sim.scenario.action.RoadRange.Cursor;
import io.camber.sim.scenario.action.RoadRange.Stretch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three roads of 100 m in a row along x, of which the middle one is drawn from its far end. */
class RoadRangeTest {
  private static final RoadMap MAP = RoadMap.parse(
      "row.xodr",
      ByteBuffer.wrap(("<OpenDRIVE><header revMajor=\"1\" revMinor=\"6\" name=\"row\"/>"
              + road("a", 0, "0") + road("b", 200, "3.141592653589793") + road("c", 200, "0")
              + "</OpenDRIVE>")
          .getBytes(StandardCharsets.UTF_8)));

  private static String road(String id, double x, String heading) {
    return "<road id=\"" + id + "\" junction=\"-1\" length=\"100\"><planView><geometry s=\"0\" x=\""
        + x + "\" y=\"0\" hdg=\"" + heading + "\" length=\"100\"><line/></geometry></planView>"
        + "<lanes><laneSection s=\"0\"><center><lane id=\"0\" type=\"none\"/></center>"
        + "<right><lane id=\"-1\" type=\"driving\"><width sOffset=\"0\" a=\"3.5\" b=\"0\" c=\"0\""
        + " d=\"0\"/></lane></right></laneSection></lanes></road>";
  }

  private static Cursor at(String road, double s) {
    return new Cursor(road, Optional.of(s), List.of());
  }

  private static List<Stretch> stretches(double lengthM, Cursor... cursors) {
    return new RoadRange(List.of(cursors), lengthM, InputException::new).on(MAP);
  }

  private static Stretch piece(String road, double from, double to) {
    return new Stretch(road, from, to, List.of());
  }

  @Test
  void leadsFromTheFirstPlaceOverWholeRoadsToTheLast() {
    Cursor whole = new Cursor("b", Optional.empty(), List.of());

    assertThat(stretches(1e9, at("a", 40), whole, at("c", 30)))
        .containsExactly(piece("a", 40, 100), piece("b", 0, 100), piece("c", 0, 30));
    assertThat(stretches(1e9, at("c", 30), whole, at("a", 40)))
        .containsExactly(piece("c", 0, 30), piece("b", 0, 100), piece("a", 40, 100));
  }

  @Test
  void endsAfterItsLengthWhicheverWayARoadIsDrawn() {
    Cursor whole = new Cursor("b", Optional.empty(), List.of());

    assertThat(stretches(90, at("a", 40), whole, at("c", 30)))
        .containsExactly(piece("a", 40, 100), piece("b", 70, 100));
  }

  @Test
  void twoPlacesOnOneRoadBoundAPieceOfIt() {
    assertThat(stretches(1e9, at("a", 70), at("a", 20))).containsExactly(piece("a", 20, 70));
  }

  @Test
  void onePlaceLeadsToTheEndOfItsRoad() {
    assertThat(stretches(25, at("a", 40))).containsExactly(piece("a", 40, 65));
  }

  @Test
  void aRoadThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> stretches(1e9, at("z", 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no road \"z\"");
  }
}
