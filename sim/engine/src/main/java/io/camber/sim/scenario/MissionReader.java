package io.camber.sim.scenario;

import io.camber.geometry.Pose2;
import io.camber.motion.Mission;
import io.camber.sim.scenario.action.AcquirePositionAction;
import io.camber.sim.scenario.action.AssignRouteAction;
import io.camber.sim.scenario.action.PrivateAction;
import io.camber.sim.scenario.action.SpeedAction;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import io.camber.sim.scenario.place.Place;
import io.camber.sim.scenario.road.RoadCursor;
import io.camber.sim.scenario.storyboard.ElementSpec.ActSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.ActionSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.EventSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.GroupSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.InitSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.ManeuverSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.StorySpec;
import io.camber.sim.scenario.storyboard.ElementSpec.StoryboardSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from the storyboard what its author wants of the ego: where to go and how fast. */
final class MissionReader {
  private MissionReader() {}

  static Mission read(StoryboardSpec storyboard, Stage stage, Optional<Entity> ego) {
    if (ego.isEmpty()) {
      return new Mission(0L, List.of(), 0.0);
    }
    List<PrivateAction> own = ownActions(storyboard, stage, ego.get());
    double speed = 0.0;
    List<Pose2> waypoints = List.of();
    for (PrivateAction action : own) {
      if (action instanceof SpeedAction wanted && !Double.isNaN(wanted.absoluteSpeedMps())) {
        speed = Math.max(speed, wanted.absoluteSpeedMps());
      } else if (waypoints.isEmpty()) {
        waypoints = waypoints(action, stage);
      }
    }
    speed = speed > 0.0 ? speed : Math.max(0.0, ego.get().seen().speedMps());
    return new Mission(0L, waypoints, speed);
  }

  private static List<Pose2> waypoints(PrivateAction action, Stage stage) {
    List<Place> places = List.of();
    if (action instanceof AssignRouteAction route) {
      // the first way point is where the route starts
      places = route.waypoints().subList(1, route.waypoints().size());
    } else if (action instanceof AcquirePositionAction position) {
      places = List.of(position.place());
    }
    List<Pose2> poses = new ArrayList<>();
    for (Place place : places) {
      RoadCursor cursor = place.on(stage).cursor();
      poses.add(new Pose2(cursor.x(), cursor.y(), cursor.yaw()));
    }
    return poses;
  }

  private static List<PrivateAction> ownActions(
      StoryboardSpec storyboard, Stage stage, Entity ego) {
    List<PrivateAction> actions = new ArrayList<>();
    for (InitSpec init : storyboard.init()) {
      if (init.entity().filter(name -> stage.all(name).contains(ego)).isPresent()) {
        init.action().own().ifPresent(actions::add);
      }
    }
    for (StorySpec story : storyboard.stories()) {
      for (ActSpec act : story.acts()) {
        act.groups().stream()
            .filter(group -> actsOn(group, stage, ego))
            .forEach(group -> group.maneuvers().forEach(maneuver -> collect(maneuver, actions)));
      }
    }
    return actions;
  }

  private static boolean actsOn(GroupSpec group, Stage stage, Entity ego) {
    return group.actors().stream().anyMatch(name -> stage.all(name).contains(ego));
  }

  private static void collect(ManeuverSpec maneuver, List<PrivateAction> actions) {
    for (EventSpec event : maneuver.events()) {
      for (ActionSpec action : event.actions()) {
        action.own().ifPresent(actions::add);
      }
    }
  }
}
