package io.camber.sim.sensor.camera;

import static io.camber.geometry.Numbers.finite;
import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.within;

import io.camber.geometry.Pose3;

/**
 * A camera. Mounting is the pose of its body (x forward, y left, z up) in {@code base_link}.
 *
 * @param fieldOfView horizontal, rad, of the undistorted lens
 * @param k1 first radial coefficient, negative for barrel distortion; {@code k2} the second
 * @param noiseStd standard deviation of the sensor noise in steps of the 8-bit image
 * @param exposureStd relative standard deviation of the exposure from image to image
 * @param optics how the picture is taken, beyond the ideal pinhole
 */
public record CameraConfig(
    String sensorId,
    double mountX,
    double mountY,
    double mountZ,
    double mountYaw,
    double mountPitch,
    double mountRoll,
    int width,
    int height,
    double fieldOfView,
    double k1,
    double k2,
    double noiseStd,
    double exposureStd,
    Optics optics) {
  private static final double PINHOLE_MAX = 2.6;
  private static final double FISHEYE_MAX = 3.32;

  public CameraConfig {
    finite("mountX", mountX);
    finite("mountY", mountY);
    finite("mountZ", mountZ);
    finite("mountYaw", mountYaw);
    finite("mountPitch", mountPitch);
    finite("mountRoll", mountRoll);
    within("width", width, 16, 8192);
    within("height", height, 16, 8192);
    within("fieldOfView", fieldOfView, 0.1, optics.fisheye() ? FISHEYE_MAX : PINHOLE_MAX);
    within("k1", k1, -0.2, 0.2);
    within("k2", k2, -0.1, 0.1);
    notNegative("noiseStd", noiseStd);
    within("exposureStd", exposureStd, 0.0, 0.3);
  }

  /** A camera with a clean lens that takes its picture in an instant. */
  public CameraConfig(
      String sensorId,
      double mountX,
      double mountY,
      double mountZ,
      double mountYaw,
      double mountPitch,
      double mountRoll,
      int width,
      int height,
      double fieldOfView,
      double k1,
      double k2,
      double noiseStd,
      double exposureStd) {
    this(
        sensorId,
        mountX,
        mountY,
        mountZ,
        mountYaw,
        mountPitch,
        mountRoll,
        width,
        height,
        fieldOfView,
        k1,
        k2,
        noiseStd,
        exposureStd,
        Optics.IDEAL);
  }

  /**
   * The default: 640 x 360 with 70 degrees behind the windscreen of a mid-size car, tilted up by 3.4 degrees so that traffic
   * lights stay in view when the car waits at them.
   */
  public static CameraConfig windscreen() {
    return new CameraConfig(
        "camera_front",
        1.75,
        0.0,
        1.32,
        0.0,
        -0.06,
        0.0,
        640,
        360,
        1.2217,
        -0.06,
        0.008,
        1.6,
        0.01);
  }

  /** The same camera without noise and exposure variation. */
  public CameraConfig withoutNoise() {
    return new CameraConfig(
        sensorId,
        mountX,
        mountY,
        mountZ,
        mountYaw,
        mountPitch,
        mountRoll,
        width,
        height,
        fieldOfView,
        k1,
        k2,
        0.0,
        0.0,
        optics);
  }

  public Pose3 baseFromCamera() {
    return new Pose3(mountX, mountY, mountZ, mountYaw, mountPitch, mountRoll);
  }

  /** Focal length in pixels; of a fisheye pixels a radian. */
  public double focalPx() {
    return optics.fisheye() ? width / fieldOfView : width / 2.0 / StrictMath.tan(fieldOfView / 2.0);
  }
}
