package io.camber.importing;

import io.camber.diagnostics.InputException;
import io.camber.importing.commonroad.CommonRoadFile;
import io.camber.importing.lanelet.LaneletRoads;
import io.camber.importing.scenario.RecordedScene;
import io.camber.importing.scenario.ScenarioText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A recording as a scenario and a map.
 *
 * @param name of both files, without ending
 * @param scenario OpenSCENARIO; names its map as {@code name.xodr} beside it
 * @param map OpenDRIVE
 * @param about what is in it, in one line
 * @param skipped what was left out, with numbers
 */
public record ImportedScenario(
    String name, String scenario, String map, String about, List<String> skipped) {
  public ImportedScenario {
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads a recording whose kind its ending tells: {@code .xml} is CommonRoad.
   *
   * @throws InputException with file and line
   */
  public static ImportedScenario read(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".xml")) {
      throw new InputException(
          file + ": is of no kind that can be imported; CommonRoad files (.xml)" + " can");
    }
    CommonRoadFile recording = CommonRoadFile.read(file);
    RecordedScene scene = recording.scene();
    if (!scene.name().matches("[A-Za-z0-9_.-]+")) {
      throw new InputException(
          file + ": benchmarkID '" + scene.name() + "' cannot be the name of a file");
    }
    LaneletRoads roads = LaneletRoads.of(recording.lanelets());
    String about = String.format(
        Locale.ROOT,
        "%d road users, %d lanelets on %d roads, %d traffic lights, %.1f s%s",
        scene.actors().size(),
        recording.lanelets().size(),
        roads.roads(),
        scene.lights().size(),
        scene.endS(),
        scene.ego().isPresent() ? ", free ego" : ", no ego");
    return new ImportedScenario(
        scene.name(),
        ScenarioText.of(scene, scene.name() + ".xodr"),
        roads.openDrive(scene.name()),
        about,
        recording.skipped());
  }
}
