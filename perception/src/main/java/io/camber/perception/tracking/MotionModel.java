package io.camber.perception.tracking;

import io.camber.geometry.Vec2;

/**
 * How a kind of road user moves, and how its state is laid out. Components 0 and 1 are always x and y of the footprint's
 * middle in the map frame. A moving and a standing hypothesis share the layout.
 */
interface MotionModel {
  int stateSize();

  /** Component that holds the yaw, or -1. */
  int yawIndex();

  /**
   * State of something first seen at a place: speed unknown.
   *
   * @param ageS how long ago it was there
   */
  void start(Gaussian state, double x, double y, double yaw, double positionStdM, double ageS);

  /**
   * Where along a map direction the state says the middle was some time ago.
   *
   * @param row receives the derivatives by the state
   */
  double positionAgo(Gaussian state, double ageS, double dirX, double dirY, double[] row);

  void predictMoving(Gaussian state, double seconds);

  /** Stands still: motion components return to zero. */
  void predictStanding(Gaussian state, double seconds);

  /** Lets higher derivatives fade while nothing is seen; they are too uncertain to coast on. */
  void calm(Gaussian state);

  /** Least standard deviations squared, per component. */
  double[] varianceMin();

  Vec2 velocityMps(Gaussian state);

  double velocityStdMps(Gaussian state);

  double accelMps2(Gaussian state);

  double yawRateRadps(Gaussian state);

  /** Sets the velocity, for handing a track from one model to another. */
  void setVelocity(Gaussian state, Vec2 velocityMps, double stdMps);
}
