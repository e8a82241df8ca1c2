package io.camber.viewer.foxglove;

import io.camber.geometry.Vec3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.Marking;
import io.camber.scene.MapFile;
import io.camber.viewer.foxglove.proto.LinePrimitive;
import io.camber.viewer.foxglove.proto.SceneEntity;
import io.camber.viewer.foxglove.proto.SceneUpdate;
import io.camber.viewer.foxglove.proto.TriangleListPrimitive;
import java.util.List;

/** The road map as one entity: drivable lanes as triangles, paint as line pieces. */
final class MapScene {
  private static final double STEP_M = 4.0;

  private MapScene() {}

  static SceneUpdate of(MapFile file) {
    RoadMap map = RoadMap.parse(file.name(), file.content());
    TriangleListPrimitive.Builder surface =
        TriangleListPrimitive.newBuilder().setColor(Protos.color(Shade.LANE, 1.0));
    surface.setPose(Protos.pose(0.0, 0.0, 0.0, Protos.rotation(0.0, 0.0, 0.0)));
    map.lanes().stream().filter(LaneSegment::isDrivable).forEach(lane -> strip(lane, surface));
    LinePrimitive.Builder paint = LinePrimitive.newBuilder()
        .setType(LinePrimitive.Type.LINE_LIST)
        .setPose(Protos.pose(0.0, 0.0, 0.02, Protos.rotation(0.0, 0.0, 0.0)))
        .setThickness(0.15)
        .setColor(Protos.color(Shade.PAINT, 1.0));
    map.markings(STEP_M).forEach(marking -> pieces(marking, paint));
    return SceneUpdate.newBuilder()
        .addEntities(SceneEntity.newBuilder()
            .setTimestamp(Protos.time(0))
            .setFrameId(SensorMaker.MAP)
            .setId("map")
            .addTriangles(surface)
            .addLines(paint))
        .build();
  }

  private static void strip(LaneSegment lane, TriangleListPrimitive.Builder into) {
    List<Vec3> outline = lane.outline(STEP_M);
    for (int i = 0; i + 1 < outline.size() / 2; i++) {
      Vec3 left = outline.get(i);
      Vec3 nextLeft = outline.get(i + 1);
      Vec3 right = outline.get(outline.size() - 1 - i);
      Vec3 nextRight = outline.get(outline.size() - 2 - i);
      for (Vec3 corner : List.of(left, right, nextLeft, nextLeft, right, nextRight)) {
        into.addPoints(Protos.point(corner.x(), corner.y(), corner.z()));
      }
    }
  }

  private static void pieces(Marking marking, LinePrimitive.Builder into) {
    List<Vec3> points = marking.points();
    for (int i = 0; i + 1 < points.size(); i++) {
      for (Vec3 end : points.subList(i, i + 2)) {
        into.addPoints(Protos.point(end.x(), end.y(), end.z()));
      }
    }
  }
}
