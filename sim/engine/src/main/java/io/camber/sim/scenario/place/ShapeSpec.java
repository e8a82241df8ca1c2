package io.camber.sim.scenario.place;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.trajectory.TrajectoryLine;
import io.camber.sim.scenario.trajectory.Vertex;

/** The shape of a trajectory. */
interface ShapeSpec {
  TrajectoryLine line(Stage stage, TrajectorySpec.Start start);

  static ShapeSpec read(Node shape) {
    return switch (shape.name()) {
      case "Polyline" -> PolylineSpec.read(shape);
      case "Clothoid" -> ClothoidSpec.read(shape);
      case "ClothoidSpline" -> ClothoidSplineSpec.read(shape);
      case "Nurbs" -> NurbsSpec.read(shape);
      default -> throw shape.error("<" + shape.name() + "> is not a shape");
    };
  }

  static Vertex vertex(Spot spot, double timeS) {
    var cursor = spot.cursor();
    return new Vertex(
        cursor.x(), cursor.y(), cursor.z(), cursor.yaw(), spot.hasYaw(), spot.hasZ(), timeS);
  }
}
