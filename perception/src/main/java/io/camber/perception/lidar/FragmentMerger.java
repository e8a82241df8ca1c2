package io.camber.perception.lidar;

import io.camber.geometry.Box2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Puts back together what clustering tore apart: a piece most of whose points lie inside the completed footprint of a larger
 * vehicle is part of it (roof rings, mirrors, the far end of a truck). The whole is fitted and classified anew.
 */
final class FragmentMerger {
  private static final double INSIDE_SHARE = 0.6;
  private static final double MARGIN_M = 0.25;

  private static final double ASSEMBLED_CONFIDENCE = 0.45;

  private FragmentMerger() {}

  static List<Candidate> merge(List<Candidate> candidates, Function<Cluster, Candidate> measure) {
    List<Candidate> order = new ArrayList<>(candidates);
    order.sort(Comparator.comparingDouble(FragmentMerger::rank).reversed());
    boolean[] gone = new boolean[order.size()];
    List<Candidate> merged = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      if (gone[i]) {
        continue;
      }
      Candidate whole = order.get(i);
      Cluster cluster = whole.cluster();
      if (isVehicle(whole)) {
        for (int j = i + 1; j < order.size(); j++) {
          if (!gone[j] && isPart(whole, order.get(j))) {
            cluster = cluster.with(order.get(j).cluster());
            gone[j] = true;
          }
        }
      }
      if (cluster.size() == whole.cluster().size()) {
        merged.add(whole);
        continue;
      }
      Candidate again = measure.apply(cluster);
      merged.add(isVehicle(again) ? again : whole);
    }
    return merged;
  }

  private static boolean isPart(Candidate whole, Candidate piece) {
    double reach = 0.5 * (whole.size().lengthM() + whole.size().widthM()) + 3.0;
    if (whole.center().position().distanceTo(piece.center().position())
        > reach + 0.5 * piece.size().lengthM()) {
      return false;
    }
    double margin = isVehicle(piece) || !piece.objectClass().isVulnerable() ? MARGIN_M : 0.0;
    return piece.shareInside(whole.footprint(), margin) >= INSIDE_SHARE;
  }

  private static boolean isVehicle(Candidate candidate) {
    return switch (candidate.objectClass()) {
      case CAR, TRUCK, BUS -> true;
      case UNKNOWN, PEDESTRIAN, BICYCLE, MOTORCYCLE -> false;
    };
  }

  /**
   * Joins what a look over a low front separates: a bumper or bonnet strip and the cabin behind it. Every low strip is taken
   * for the near end of a car; what lies inside that car's footprint joins it if the whole then is one.
   */
  static List<Candidate> assembleCars(
      List<Candidate> candidates, Function<Cluster, Candidate> measure) {
    List<Candidate> rest = new ArrayList<>(candidates);
    List<Candidate> assembled = new ArrayList<>();
    for (Candidate strip : candidates) {
      if (strip.ifCar().isEmpty() || !rest.contains(strip)) {
        continue;
      }
      Box2 footprint = strip.ifCar().get();
      Cluster cluster = strip.cluster();
      List<Candidate> parts = new ArrayList<>();
      for (Candidate piece : rest) {
        if (!piece.equals(strip) && piece.shareInside(footprint, MARGIN_M) >= INSIDE_SHARE) {
          parts.add(piece);
          cluster = cluster.with(piece.cluster());
        }
      }
      if (parts.isEmpty()) {
        continue;
      }
      Candidate whole = measure.apply(cluster);
      if (isVehicle(whole) && whole.guess().confidence() >= ASSEMBLED_CONFIDENCE) {
        rest.removeAll(parts);
        rest.remove(strip);
        assembled.add(whole);
      }
    }
    rest.addAll(assembled);
    return rest;
  }

  /** Vehicles first, the best seen first among them. */
  private static double rank(Candidate candidate) {
    return (isVehicle(candidate) ? 1e6 : 0.0)
        + candidate.cluster().size() * candidate.guess().confidence();
  }
}
