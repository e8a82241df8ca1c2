package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;

/** TransitionDynamics: shape, dimension and value of a transition. */
record Dynamics(Transition.Shape shape, Transition.Dimension dimension, double value) {
  static Dynamics read(Node node) {
    node.ignoreAttributes("followingMode");
    Transition.Shape shape = node.oneOf("dynamicsShape", Transition.Shape.class);
    Transition.Dimension dimension =
        node.oneOf("dynamicsDimension", Transition.Dimension.class, Transition.Dimension.TIME);
    double value = node.number("value", 0.0);
    return new Dynamics(shape, dimension, value);
  }

  Dynamics withTime(double timeS) {
    return new Dynamics(shape, Transition.Dimension.TIME, timeS);
  }
}
