package io.camber.app.simulation;

import io.camber.app.oracle.Hindsight;
import io.camber.app.oracle.OracleNode;
import io.camber.bus.NodeFactory;
import io.camber.bus.node.NodeSpec;
import io.camber.control.node.ControlNode;
import io.camber.control.node.GuardianNode;
import io.camber.localization.node.LocalizationNode;
import io.camber.map.MapLoader;
import io.camber.messages.Topics;
import io.camber.perception.node.CameraDetectionNode;
import io.camber.perception.node.LidarDetectionNode;
import io.camber.perception.node.SignalNode;
import io.camber.perception.node.TrackingNode;
import io.camber.planning.IdmPlanner;
import io.camber.planning.PdmPlanner;
import io.camber.planning.PlannerConfig;
import io.camber.planning.ProposalPlanner;
import io.camber.planning.node.PlanningNode;
import io.camber.prediction.lanefollow.LaneFollowPredictor;
import io.camber.prediction.lanefollow.PredictionConfig;
import io.camber.prediction.node.PredictionNode;
import java.util.ArrayList;
import java.util.List;

/** The nodes of the car, in the order of the data flow. None of them may touch the truth. */
final class StackNodes {
  private StackNodes() {}

  /**
   * The nodes.
   *
   * @param foresight of a drive before; empty: an oracle knows the truth and nothing of what comes
   */
  static List<NodeSpec> specs(
      Perception perception, PlannerChoice planner, Hindsight foresight, MapLoader maps) {
    List<NodeSpec> specs = new ArrayList<>();
    specs.add(spec(NodeNames.LOCALIZATION, context -> new LocalizationNode()));
    if (perception == Perception.SENSORS) {
      specs.add(spec(NodeNames.DETECTION, context -> new LidarDetectionNode(maps)));
      specs.add(spec(NodeNames.TRACKING, context -> new TrackingNode()));
      specs.add(spec(NodeNames.SIGNALS, context -> new SignalNode(maps)));
      specs.add(spec(NodeNames.CAMERA_DETECTION, context -> new CameraDetectionNode()));
    }
    specs.add(spec(
        NodeNames.PREDICTION,
        context -> new PredictionNode(new LaneFollowPredictor(PredictionConfig.standard()), maps)));
    specs.add(planning(planner, foresight, maps));
    specs.add(spec(NodeNames.CONTROL, context -> new ControlNode()));
    specs.add(spec(NodeNames.GUARDIAN, context -> new GuardianNode()));
    return specs;
  }

  static NodeSpec planning(PlannerChoice choice, Hindsight foresight, MapLoader maps) {
    PlannerConfig config = PlannerConfig.standard();
    if (choice == PlannerChoice.ORACLE) {
      // the truth is open to it alone
      return NodeSpec.world(
          NodeNames.PLANNING,
          Latencies.ns(NodeNames.PLANNING),
          context -> new OracleNode(new ProposalPlanner(config), maps, foresight));
    }
    return spec(
        NodeNames.PLANNING,
        context -> new PlanningNode(
            switch (choice) {
              case IDM -> new IdmPlanner(config);
              case PDM -> new PdmPlanner(config);
              case STACK, ORACLE -> new ProposalPlanner(config);
            },
            config.style(),
            maps));
  }

  private static NodeSpec spec(String name, NodeFactory factory) {
    return NodeSpec.stack(name, Latencies.ns(name), Topics.TRUTH_PREFIX, factory);
  }
}
