package io.camber.planning.proposal;

import io.camber.planning.forecast.Forecast;
import io.camber.planning.route.ReferenceLine;
import io.camber.planning.route.StopPoint;
import io.camber.vehicle.VehicleDescription;
import java.util.List;

/**
 * Everything that proposals are made for in one planning cycle.
 *
 * @param road where the body may be
 * @param setMps speed that the passenger set
 * @param stops where the front bumper must not pass now
 * @param changeOffsets offsets of neighbour lanes that the route asks for
 * @param urgency 0 to 1, how soon a lane change that the route asks for must be done
 */
public record Situation(
    ReferenceLine line,
    StartState start,
    VehicleDescription vehicle,
    Forecast forecast,
    DrivableArea road,
    double setMps,
    List<StopPoint> stops,
    List<Double> changeOffsets,
    double urgency) {
  public Situation {
    stops = List.copyOf(stops);
    changeOffsets = List.copyOf(changeOffsets);
  }

  /** The same with others around. */
  public Situation withForecast(Forecast other) {
    return new Situation(line, start, vehicle, other, road, setMps, stops, changeOffsets, urgency);
  }
}
