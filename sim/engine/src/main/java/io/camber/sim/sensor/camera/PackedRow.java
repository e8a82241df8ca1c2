package io.camber.sim.sensor.camera;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A row of pixels as bytes: red, green, blue. Three grey steps are one float of 24 bits, so that a pixel is written at once. */
final class PackedRow {
  private static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final float BYTE = 256.0f;

  private PackedRow() {}

  /** Three bytes, given as whole floats, in one number. */
  static void join(float[] red, float[] green, float[] blue, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = red[i] + BYTE * (green[i] + BYTE * blue[i]);
    }
  }

  /** Writes joined pixels from a place on. The fourth byte of each is the first of the next one, which comes after it. */
  static void write(float[] joined, byte[] pixels, int at) {
    int last = joined.length - 1;
    for (int i = 0; i < last; i++) {
      FOUR_BYTES.set(pixels, at + 3 * i, (int) joined[i]);
    }
    int pixel = (int) joined[last];
    pixels[at + 3 * last] = (byte) pixel;
    pixels[at + 3 * last + 1] = (byte) (pixel >> 8);
    pixels[at + 3 * last + 2] = (byte) (pixel >> 16);
  }
}
