package io.camber.app.control;

/** A closed loop that is cut at one signal: what goes on there is what the loop says plus what is added to it. */
interface ProbedLoop {
  /** One step further with something added; what the loop itself said. */
  double step(double added);

  /** How long a step takes. */
  double stepS();
}
