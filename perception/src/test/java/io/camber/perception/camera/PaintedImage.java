package io.camber.perception.camera;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.scene.SignalColor;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import java.nio.ByteBuffer;
import java.util.Random;

/** Test images: sky over ground with noise, and light heads painted by an independent projection of their parts. */
final class PaintedImage {
  static final CameraCalibration CALIBRATION = new CameraCalibration(
      "camera_front",
      new Pose3(1.75, 0.0, 1.32, 0.0, 0.0, 0.0),
      640,
      360,
      457.0,
      457.0,
      320.0,
      180.0,
      -0.06,
      0.008);

  private final double[][] rgb = new double[640 * 360][3];
  private final Random noise;

  PaintedImage(long seed) {
    noise = new Random(seed);
    for (int i = 0; i < rgb.length; i++) {
      boolean isSky = i < 640 * 180;
      rgb[i] = isSky ? new double[] {150, 185, 225} : new double[] {95, 95, 92};
    }
  }

  /** Draws a head seen from {@code base_link} at the map's origin, shifted by some pixels as a wrong pose would. */
  PaintedImage head(LightHead head, SignalColor color, double shiftX, double shiftY) {
    boolean red = color == SignalColor.RED || color == SignalColor.RED_YELLOW;
    boolean yellow = color == SignalColor.YELLOW || color == SignalColor.RED_YELLOW;
    boolean green = color == SignalColor.GREEN;
    double k = head.heightM();
    rectangle(head, k, shiftX, shiftY);
    disc(
        head,
        0.82 * k,
        red ? new double[] {250, 35, 25} : new double[] {60, 18, 16},
        shiftX,
        shiftY);
    disc(
        head,
        0.50 * k,
        yellow ? new double[] {245, 170, 35} : new double[] {58, 44, 14},
        shiftX,
        shiftY);
    disc(
        head,
        0.18 * k,
        green ? new double[] {36, 232, 162} : new double[] {14, 48, 36},
        shiftX,
        shiftY);
    return this;
  }

  /** A disc of any colour somewhere, such as a brake light. */
  PaintedImage spot(double column, double row, double radius, double... color) {
    for (int y = Math.max(0, (int) (row - radius)); y < Math.min(360, row + radius + 1); y++) {
      for (int x = Math.max(0, (int) (column - radius));
          x < Math.min(640, column + radius + 1);
          x++) {
        if (Math.hypot(x + 0.5 - column, y + 0.5 - row) <= radius) {
          rgb[y * 640 + x] = color;
        }
      }
    }
    return this;
  }

  private void rectangle(LightHead head, double k, double shiftX, double shiftY) {
    double[] low = pixel(head, -0.3 * k, -0.1 * k);
    double[] high = pixel(head, 0.3 * k, 1.1 * k);
    for (int y = 0; y < 360; y++) {
      for (int x = 0; x < 640; x++) {
        double u = x + 0.5 - shiftX;
        double v = y + 0.5 - shiftY;
        if (Math.abs(u - 0.5 * (low[0] + high[0])) <= 0.5 * Math.abs(high[0] - low[0])
            && v >= high[1]
            && v <= low[1]) {
          rgb[y * 640 + x] = new double[] {24, 25, 26};
        }
      }
    }
  }

  private void disc(LightHead head, double up, double[] color, double shiftX, double shiftY) {
    double[] middle = pixel(head, 0.0, up);
    double[] rim = pixel(head, 0.0, up + 0.145 * head.heightM());
    spot(middle[0] + shiftX, middle[1] + shiftY, Math.max(0.75, middle[1] - rim[1]), color);
  }

  private static double[] pixel(LightHead head, double across, double up) {
    Vec3 point = head.pose().apply(new Vec3(0.0, across, up));
    double depth = point.x() - 1.75;
    double x = -point.y() / depth;
    double y = -(point.z() - 1.32) / depth;
    double r2 = x * x + y * y;
    double bend = 1.0 - 0.06 * r2 + 0.008 * r2 * r2;
    return new double[] {320.0 + 457.0 * bend * x, 180.0 + 457.0 * bend * y};
  }

  CameraImage expose(long timeNs) {
    ByteBuffer pixels = ByteBuffer.allocate(640 * 360 * CameraImage.PIXEL_BYTES);
    for (double[] color : rgb) {
      for (double channel : color) {
        double value = channel + 3.0 * noise.nextGaussian();
        pixels.put((byte) (int) Math.max(0, Math.min(255, value)));
      }
    }
    pixels.flip();
    return new CameraImage("camera_front", timeNs, 640, 360, pixels);
  }
}
