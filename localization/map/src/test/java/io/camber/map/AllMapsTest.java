package io.camber.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Pose3;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every map of the shared data: loads, has a consistent graph, and finds its own lanes again. */
class AllMapsTest {
  @Test
  void allPublishedMapsLoadAndHangTogether() {
    List<Path> files = TestData.files(TestData.scenarios("maps"), ".xodr");
    int connected = 0;

    for (Path file : files) {
      RoadMap map = TestData.map(file);
      assertThat(map.lanes()).as(file.toString()).isNotEmpty();
      connected += assertEdgesAreMutual(map);
    }

    assertThat(files).hasSize(73);
    assertThat(connected).isGreaterThan(3000);
  }

  @Test
  void mapsBesideTheScenariosLoad() {
    List<Path> files = TestData.files(TestData.scenarios("suites"), ".xodr");

    for (Path file : files) {
      assertThat(TestData.map(file).roads()).as(file.toString()).isNotEmpty();
    }

    assertThat(files).hasSizeGreaterThan(50);
  }

  @Test
  void malformedFilesEndInInputErrorsThatNameTheFile() {
    List<Path> files = TestData.files(TestData.scenarios("negative"), ".xodr");
    List<String> refused = new ArrayList<>();

    for (Path file : files) {
      try {
        TestData.map(file);
      } catch (InputException e) {
        assertThat(e.getMessage()).startsWith(file.getFileName().toString() + ":");
        refused.add(e.getMessage());
      }
    }
    assertThat(refused).isNotEmpty();
  }

  @Test
  void pointsOnLaneCentresAreFoundAgain() {
    Random random = new Random(7);
    int total = 0;
    List<String> lost = new ArrayList<>();
    for (Path file : TestData.files(TestData.scenarios("maps"), ".xodr")) {
      RoadMap map = TestData.map(file);
      for (int i = 0; i < 200; i++) {
        LaneSegment lane = map.lanes().get(random.nextInt(map.lanes().size()));
        double s = random.nextDouble() * lane.lengthM();
        Pose3 pose = lane.centerAt(s);
        if (lane.widthAt(s) < 0.1) {
          continue;
        }
        total++;
        boolean found = map.projectAll(pose.x(), pose.y(), 0.05).stream()
            .anyMatch(
                p -> p.lane() == lane && Math.abs(p.s() - s) < 1e-3 && Math.abs(p.d()) < 1e-3);
        if (!found) {
          lost.add(file.getFileName() + " " + lane + " s=" + s + " found "
              + map.projectAll(pose.x(), pose.y(), 0.05));
        }
      }
    }
    assertThat(total).isGreaterThan(10_000);
    assertThat(lost).isEmpty();
  }

  private static int assertEdgesAreMutual(RoadMap map) {
    int edges = 0;
    for (LaneSegment lane : map.lanes()) {
      for (String next : lane.successors()) {
        assertThat(map.lane(next).predecessors()).contains(lane.id());
        edges++;
      }
      lane.leftNeighbour()
          .filter(id -> lane.isDrivable())
          .ifPresent(id -> assertThat(map.lane(id).rightNeighbour()).contains(lane.id()));
    }
    return edges;
  }
}
