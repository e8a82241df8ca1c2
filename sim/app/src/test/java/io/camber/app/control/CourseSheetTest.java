package io.camber.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.app.vehicle.VehicleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CourseSheetTest {
  @Test
  void theGridChangesOneThingAtATimeAndEachOnce() {
    List<Perturbation> grid = Perturbation.grid();

    assertThat(grid).doesNotHaveDuplicates().doesNotContain(Perturbation.NONE);
    assertThat(grid).extracting(Perturbation::name).doesNotHaveDuplicates();
    assertThat(grid).allMatch(each -> changes(each) == 1);
    assertThat(grid).extracting(Perturbation::deadTimeScale).containsOnlyOnce(0.7, 1.3);
    assertThat(grid).extracting(Perturbation::lagScale).containsOnlyOnce(0.7, 1.3);
    assertThat(grid).extracting(Perturbation::steeringGain).containsOnlyOnce(0.95, 1.05);
    assertThat(grid).extracting(Perturbation::massScale).containsOnlyOnce(0.8, 1.2);
    assertThat(grid).extracting(Perturbation::frictionScale).containsOnlyOnce(0.6, 0.3);
    assertThat(grid.stream().filter(Perturbation::isBiasMeasured))
        .extracting(Perturbation::steeringBias)
        .containsOnlyOnce(Math.toRadians(1.0), -Math.toRadians(1.0));
  }

  private static int changes(Perturbation each) {
    int changes = each.deadTimeScale() != 1.0 ? 1 : 0;
    changes += each.lagScale() != 1.0 ? 1 : 0;
    changes += each.steeringGain() != 1.0 ? 1 : 0;
    changes += each.steeringBias() != 0.0 ? 1 : 0;
    changes += each.massScale() != 1.0 ? 1 : 0;
    changes += each.frictionScale() != 1.0 ? 1 : 0;
    return changes;
  }

  @Test
  void tablesJsonAndPlotsAreTheSameTwiceAndHoldEveryRun() {
    List<Course> courses = List.of(Course.S_CURVE, Course.STOP_LINE);
    CourseSheet once = CourseSheet.drive(new SingleTrackCar(), courses, true);
    CourseSheet again = CourseSheet.drive(new SingleTrackCar(), courses, true);

    assertThat(again.toJson()).isEqualTo(once.toJson());
    assertThat(again.toHtml()).isEqualTo(once.toHtml());
    JsonObject json = JsonParser.parseString(once.toJson()).getAsJsonObject();
    assertThat(json.getAsJsonArray("runs")).hasSize(2 * (1 + Perturbation.grid().size()));
    assertThat(once.lines()).anyMatch(line -> line.startsWith("worst case"));
    assertThat(once.toSvg()).startsWith("<svg").contains("polyline");
  }

  @Test
  void vehiclesOfFilesDriveTheCourses() throws IOException {
    String text = Files.readString(Path.of("../../scenarios/vehicles/bmw-320i.yaml"));
    CourseSheet sheet = CourseSheet.drive(
        new DoubleTrackCar(VehicleFile.read("bmw-320i.yaml", text)), List.of(Course.CIRCLE), false);

    assertThat(sheet.car()).isEqualTo("BMW 320i");
    assertThat(sheet.holds()).isTrue();
    assertThat(sheet.nominal().get(0).figures().lateral().max()).isLessThan(0.5);
  }
}
