package io.camber.planning;

import io.camber.map.RoadMap;
import io.camber.motion.Mission;
import io.camber.pose.EgoPose;
import io.camber.scene.Futures;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.vehicle.VehicleDescription;
import java.util.Optional;

/**
 * What a planner knows at {@code timeNs}. Everything else carries its own, earlier time.
 *
 * @param engaged true when the car obeys the stack; until then plans start from the measured state
 * @param steeringAngle road-wheel angle, rad, left positive
 */
public record PlanningInput(
    long timeNs,
    EgoPose ego,
    boolean engaged,
    double steeringAngle,
    VehicleDescription vehicle,
    RoadMap map,
    Mission mission,
    Tracks tracks,
    Futures futures,
    Optional<SignalStates> signals) {}
