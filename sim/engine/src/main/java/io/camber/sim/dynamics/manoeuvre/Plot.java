package io.camber.sim.dynamics.manoeuvre;

import java.util.List;

/** Curves over one pair of axes; names of the axes carry their units. */
public record Plot(String title, String xName, String yName, List<Curve> curves) {
  public Plot {
    curves = List.copyOf(curves);
  }
}
