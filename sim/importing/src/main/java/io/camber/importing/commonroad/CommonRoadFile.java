package io.camber.importing.commonroad;

import io.camber.diagnostics.InputException;
import io.camber.importing.lanelet.Lanelet;
import io.camber.importing.scenario.RecordedScene;
import io.camber.sim.scenario.xml.XmlElement;
import io.camber.sim.scenario.xml.XmlFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A CommonRoad scenario (Althoff et al., "CommonRoad: Composable benchmarks for motion planning on roads", 2017): lanelets,
 * recorded road users, and a planning problem whose start and goal the ego gets.
 *
 * @param skipped kinds of elements that have no counterpart here, with their number
 */
public record CommonRoadFile(List<Lanelet> lanelets, RecordedScene scene, List<String> skipped) {
  private static final List<String> VERSIONS = List.of("2018b", "2020a");

  public CommonRoadFile {
    lanelets = List.copyOf(lanelets);
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads a file.
   *
   * @throws InputException with file and line
   */
  public static CommonRoadFile read(Path file) {
    XmlElement root = XmlFile.read(file);
    if (!root.name().equals("commonRoad")) {
      throw root.error("is <" + root.name() + ">, not a CommonRoad scenario");
    }
    String version = Fields.attribute(root, "commonRoadVersion");
    if (!VERSIONS.contains(version)) {
      throw root.error("commonRoadVersion " + version + " is not one of " + VERSIONS);
    }
    SceneReader scene = new SceneReader(root);
    return new CommonRoadFile(new LaneletReader(root).read(), scene.read(), Skipped.in(root));
  }
}
