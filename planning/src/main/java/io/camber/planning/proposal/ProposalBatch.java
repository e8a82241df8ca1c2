package io.camber.planning.proposal;

import io.camber.planning.route.StopPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The proposals along one path. */
final class ProposalBatch {
  private static final double[] DECELS = {1.0, 2.0, 3.0, 4.5, 6.5};

  private final Situation situation;
  private final LateralPath path;
  private final LongitudinalModel model;
  private final SpeedEnvelope envelope;
  private final double[] stops;
  private final List<Proposal> proposals = new ArrayList<>();

  ProposalBatch(
      Situation situation, LateralPath path, DrivingStyle style, LongitudinalModel model) {
    this.situation = situation;
    this.path = path;
    this.model = model;
    this.envelope = SpeedEnvelope.of(path, style, situation.setMps(), situation.vehicle());
    double back = situation.vehicle().frontM() + style.stopBeforeLineM();
    this.stops = new double[situation.stops().size()];
    for (int i = 0; i < stops.length; i++) {
      StopPoint stop = situation.stops().get(i);
      stops[i] = path.sigmaAtStation(stop.s()) - back;
    }
  }

  /** Shares of the allowed speed, behind and clear of whoever is heeded, short of the stops. */
  ProposalBatch follow(String care, List<Conflict> heeded, double... shares) {
    for (double share : shares) {
      Profile profile = model.drive(
          situation.start(), envelope, share, heeded, stops, situation.vehicle().frontM());
      add(care + "-" + (int) Math.rint(100.0 * share), profile);
    }
    return this;
  }

  /** Constant braking at several rates, up to all that the brakes give. */
  ProposalBatch brake(double decelMps2Max) {
    for (double decel : DECELS) {
      double jerk = decel > 4.0 ? 15.0 : 5.0;
      add(
          String.format(Locale.ROOT, "brake-%.1f", decel),
          model.brake(situation.start(), decel, jerk));
    }
    add("emergency", model.brake(situation.start(), decelMps2Max, 40.0));
    return this;
  }

  private void add(String manner, Profile profile) {
    proposals.add(
        new Proposal(path.name() + "/" + manner, path, profile, envelope.excessMps(profile)));
  }

  List<Proposal> proposals() {
    return proposals;
  }
}
