package io.camber.perception.lidar;

import io.camber.geometry.Numbers;
import io.camber.vehicle.VehicleDescription;

/**
 * The ego's own body in {@code base_link}, whose returns are not obstacles; a margin is included.
 *
 * @param frontM from the rear axle forward
 * @param rearM from the rear axle backward
 * @param halfWidthM to either side
 * @param heightM above the ground
 */
public record EgoBody(double frontM, double rearM, double halfWidthM, double heightM) {
  private static final double MARGIN_M = 0.12;

  public EgoBody {
    Numbers.notNegative("frontM", frontM);
    Numbers.notNegative("rearM", rearM);
    Numbers.notNegative("halfWidthM", halfWidthM);
    Numbers.notNegative("heightM", heightM);
  }

  public static EgoBody of(VehicleDescription vehicle) {
    return new EgoBody(
        vehicle.frontM() + MARGIN_M,
        vehicle.rearOverhangM() + MARGIN_M,
        vehicle.widthM() / 2.0 + MARGIN_M,
        vehicle.heightM() + 4.0 * MARGIN_M);
  }

  boolean contains(double x, double y, double z) {
    return x < frontM && x > -rearM && y < halfWidthM && y > -halfWidthM && z < heightM;
  }
}
