package io.camber.map.road;

import io.camber.geometry.Pose2;
import java.util.List;
import java.util.Optional;

/**
 * Everything a road network file says.
 *
 * @param geoReference projection string of the file, if any
 * @param mapFromFile where the origin of the file's coordinates lies in the map frame; other than zero for a file with an offset
 * @param userData what other tools left, in file order
 * @param warnings oddities that did not stop the reader, each with file and line
 */
public record RoadNetwork(
    String name,
    Optional<String> geoReference,
    Pose2 mapFromFile,
    List<Road> roads,
    List<Junction> junctions,
    List<SignalController> controllers,
    List<UserData> userData,
    List<String> warnings) {
  public RoadNetwork {
    roads = List.copyOf(roads);
    junctions = List.copyOf(junctions);
    controllers = List.copyOf(controllers);
    userData = List.copyOf(userData);
    warnings = List.copyOf(warnings);
  }
}
