package io.camber.sim.fault.stream;

import io.camber.messages.Jpeg;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.Hash;
import io.camber.truth.FaultTruth;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** A camera that is noisy, dirty or looks elsewhere than it says. */
final class CameraFault implements Distortion<CameraImage> {
  /** Noise of a sound sensor in steps of the image; the severity of noise counts in it. */
  private static final double SOUND_STD = 1.6;
  /** Patches of dirt across the image. */
  private static final float PATCHES = 5.0f;

  private static final int[] DIRT = {46, 38, 30};

  private final FaultTruth fault;
  private final Random random;
  private final Surroundings surroundings;

  CameraFault(FaultTruth fault, Random random, Surroundings surroundings) {
    this.fault = fault;
    this.random = random;
    this.surroundings = surroundings;
  }

  @Override
  public CameraImage apply(CameraImage image, long nowNs) {
    byte[] pixels = new byte[image.width() * image.height() * CameraImage.PIXEL_BYTES];
    image.packed().get(pixels);
    byte[] changed = switch (fault.kind()) {
      case "noise" -> noisy(pixels);
      case "blocked" -> dirty(image, pixels);
      case "turn" -> turned(image, pixels, fault.severity(), 0.0);
      case "tilt" -> turned(image, pixels, 0.0, fault.severity());
      default -> pixels;
    };
    CameraImage result = new CameraImage(
        image.sensorId(), image.timeNs(), image.width(), image.height(), ByteBuffer.wrap(changed));
    return image.jpeg().isPresent() ? Jpeg.compressed(result) : result;
  }

  private byte[] noisy(byte[] pixels) {
    double std = SOUND_STD * Math.sqrt(Math.max(0.0, fault.severity() * fault.severity() - 1.0));
    for (int i = 0; i < pixels.length; i++) {
      long value = Math.round(Byte.toUnsignedInt(pixels[i]) + std * random.nextGaussian());
      pixels[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return pixels;
  }

  /** Covers the share of the image where a smooth random field is highest. */
  private byte[] dirty(CameraImage image, byte[] pixels) {
    int count = image.width() * image.height();
    float[] field = new float[count];
    float scale = PATCHES / image.width();
    float offset = (float) (1000.0 * Hash.unit(fault.seed()));
    for (int i = 0; i < count; i++) {
      int row = i / image.width();
      float x = scale * (i - row * image.width());
      float y = scale * row;
      field[i] = Hash.noise(x + offset, y) + 0.35f * Hash.noise(3.7f * x + offset, 3.7f * y);
    }
    float[] sorted = field.clone();
    Arrays.sort(sorted);
    int covered = (int) Math.round(fault.severity() * count);
    float limit = covered == 0 ? Float.POSITIVE_INFINITY : sorted[count - covered];
    for (int i = 0; i < count; i++) {
      // A soft rim, since dirt lies far in front of what the lens is focused on.
      float cover = Math.min(1.0f, Math.max(0.0f, (field[i] - limit) * 12.0f + 0.5f));
      for (int c = 0; c < DIRT.length; c++) {
        int at = i * CameraImage.PIXEL_BYTES + c;
        int value = Byte.toUnsignedInt(pixels[at]);
        pixels[at] = (byte) Math.round(value + cover * (DIRT[c] - value));
      }
    }
    return pixels;
  }

  /** The image of a camera that is turned to the left and tilted down, by the homography of a pinhole. */
  private byte[] turned(CameraImage image, byte[] pixels, double left, double down) {
    double focal =
        surroundings.camera().map(CameraCalibration::focalXPx).orElse((double) image.width());
    double cl = StrictMath.cos(left);
    double sl = StrictMath.sin(left);
    double cd = StrictMath.cos(down);
    double sd = StrictMath.sin(down);
    byte[] result = new byte[pixels.length];
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        double x = (column + 0.5 - image.width() / 2.0) / focal;
        double y = (row + 0.5 - image.height() / 2.0) / focal;
        // Where the pixel's ray of the turned camera meets the image of the straight one.
        double ty = cd * y + sd;
        double tz = cd - sd * y;
        double rx = cl * x - sl * tz;
        double rz = sl * x + cl * tz;
        int fromColumn = (int) Math.floor(focal * rx / rz + image.width() / 2.0);
        int fromRow = (int) Math.floor(focal * ty / rz + image.height() / 2.0);
        fromColumn = Math.max(0, Math.min(image.width() - 1, fromColumn));
        fromRow = Math.max(0, Math.min(image.height() - 1, fromRow));
        System.arraycopy(
            pixels,
            (fromRow * image.width() + fromColumn) * CameraImage.PIXEL_BYTES,
            result,
            (row * image.width() + column) * CameraImage.PIXEL_BYTES,
            CameraImage.PIXEL_BYTES);
      }
    }
    return result;
  }
}
