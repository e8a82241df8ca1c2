package io.camber.sim.scenario.document;

import java.util.List;

/** Element names of OpenSCENARIO XML 1.0 to 1.3. */
public final class Elements {
  private static final List<String> NAMES = List.of("""
      AbsoluteSpeed AbsoluteTargetLane AbsoluteTargetLaneOffset AbsoluteTargetSpeed AccelerationCondition
      AcquirePositionAction Act Action Actions ActivateControllerAction Actors AddEntityAction AddValue
      AdditionalAxle AngleCondition AnimationAction AnimationFile AnimationState AnimationType AppearanceAction
      AssignControllerAction AssignRouteAction AutomaticGear Axles Bin BoundingBox Brake BrakeForce BrakePercent
      ByEntityCondition ByType ByValueCondition Catalog CatalogLocations CatalogReference Center CentralObject
      Clothoid ClothoidSpline ClothoidSplineSegment Clutch CollisionCondition Color ColorCmyk ColorRgb
      ComponentAnimation Condition ConditionGroup ConnectTrailerAction ConstraintGroup ControlPoint Controller
      ControllerAction ControllerCatalog ControllerDistribution ControllerDistributionEntry CustomCommandAction
      CustomContent DeleteEntityAction Deterministic DeterministicMultiParameterDistribution
      DeterministicSingleParameterDistribution Dimensions DirectionOfTravelDistribution Directory
      DisconnectTrailerAction DistanceCondition DistributionRange DistributionSet DomeFile DomeImage
      DynamicConstraints Element EndOfRoadCondition Entities EntityAction EntityCondition EntityDistribution
      EntityDistributionEntry EntityRef EntitySelection Environment EnvironmentAction EnvironmentCatalog Event
      ExternalObjectReference File FileHeader FinalSpeed Fog FollowTrajectoryAction FromCurrentEntity
      FromLaneCoordinates FromRoadCoordinates FrontAxle Gear GeoPosition GlobalAction Histogram InRoutePosition
      InfrastructureAction Init InitialSpeedRange Knot Lane LaneChangeAction LaneChangeActionDynamics
      LaneChangeTarget LaneOffsetAction LaneOffsetActionDynamics LaneOffsetTarget LanePosition LateralAction
      LateralDistanceAction License LightState LightStateAction LightType LogNormalDistribution LogicFile
      LongitudinalAction LongitudinalDistanceAction Maneuver ManeuverCatalog ManeuverGroup ManualGear Members
      MiscObject MiscObjectCatalog ModifyAction MonitorDeclaration MonitorDeclarations MultiplyByValue None
      NormalDistribution Nurbs ObjectController OffroadCondition OpenSCENARIO OpenScenario Orientation
      OverrideControllerValueAction ParameterAction ParameterAssignment ParameterAssignments ParameterCondition
      ParameterDeclaration ParameterDeclarations ParameterValueDistribution ParameterValueSet ParkingBrake
      Pedestrian PedestrianAnimation PedestrianCatalog PedestrianGesture Performance Phase PoissonDistribution
      Polygon Polyline Position PositionStart Precipitation Private PrivateAction ProbabilityDistributionSet
      Properties Property RandomRouteAction Range ReachPositionCondition RearAxle RelativeAngleCondition
      RelativeClearanceCondition RelativeDistanceCondition RelativeLanePosition RelativeLaneRange
      RelativeObjectPosition RelativeRoadPosition RelativeSpeedCondition RelativeSpeedToMaster RelativeTargetLane
      RelativeTargetLaneOffset RelativeTargetSpeed RelativeWorldPosition RoadCondition RoadCursor RoadNetwork
      RoadPosition RoadRange Route RouteCatalog RoutePosition RouteRef RoutingAction Rule ScenarioFile
      ScenarioObject ScenarioObjectTemplate SceneGraphFile SensorReference SensorReferenceSet SetAction
      SetMonitorAction Shape SimulationTimeCondition SpeedAction SpeedActionDynamics SpeedActionTarget
      SpeedCondition SpeedProfileAction SpeedProfileEntry StandStillCondition StartTrigger SteeringWheel Stochastic
      StochasticDistribution StopTrigger Story Storyboard StoryboardElementStateCondition Sun SynchronizeAction
      TargetDistanceSteadyState TargetPosition TargetPositionMaster TargetTimeSteadyState TeleportAction Throttle
      TimeHeadwayCondition TimeOfDay TimeOfDayCondition TimeReference TimeToCollisionCondition
      TimeToCollisionConditionTarget Timing TrafficAction TrafficArea TrafficAreaAction TrafficDefinition
      TrafficDistribution TrafficDistributionEntry TrafficSignalAction TrafficSignalCondition
      TrafficSignalController TrafficSignalControllerAction TrafficSignalControllerCondition TrafficSignalGroupState
      TrafficSignalState TrafficSignalStateAction TrafficSignals TrafficSinkAction TrafficSourceAction
      TrafficStopAction TrafficSwarmAction TrafficeSignalGroupState Trailer TrailerAction TrailerCoupler
      TrailerHitch TrailerRef Trajectory TrajectoryCatalog TrajectoryFollowingMode TrajectoryPosition TrajectoryRef
      TraveledDistanceCondition TriggeringEntities UniformDistribution UsedArea UserDefinedAction
      UserDefinedAnimation UserDefinedComponent UserDefinedDistribution UserDefinedLight UserDefinedValueCondition
      ValueConstraint ValueSetDistribution VariableAction VariableCondition VariableDeclaration VariableDeclarations
      Vehicle VehicleCatalog VehicleCategoryDistribution VehicleCategoryDistributionEntry VehicleComponent
      VehicleLight VehicleRoleDistribution VehicleRoleDistributionEntry Vertex VisibilityAction Waypoint Weather
      Wind WorldPosition
      """.strip().split("\\s+"));

  private Elements() {}

  public static boolean isKnown(String name) {
    return NAMES.contains(name);
  }

  public static List<String> names() {
    return NAMES;
  }
}
