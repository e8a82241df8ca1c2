package io.camber.drives.numpy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as NumPy writes them, byte by byte. */
public final class NumpyFile {
  private NumpyFile() {}

  /** Numbers as {@code <f8}, row by row; rows of one column become one dimension. */
  public static void write(Path file, double[][] rows) throws IOException {
    int columns = rows.length == 0 ? 1 : rows[0].length;
    ByteBuffer numbers =
        ByteBuffer.allocate(8 * rows.length * columns).order(ByteOrder.LITTLE_ENDIAN);
    for (double[] row : rows) {
      for (double value : row) {
        numbers.putDouble(value);
      }
    }
    String shape =
        columns == 1 ? "(" + rows.length + ",)" : "(" + rows.length + ", " + columns + ")";
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, bytes(1, header("<f8", "False", shape), numbers.array()));
  }

  static String header(String descr, String fortran, String shape) {
    return "{'descr': '" + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
  }

  /** A whole file; the header is filled up so that the numbers begin at a multiple of 64. */
  static byte[] bytes(int version, String header, byte[] numbers) {
    int lengthBytes = version == 1 ? 2 : 4;
    int bare = 8 + lengthBytes + header.length() + 1;
    String filled = header + " ".repeat((64 - bare % 64) % 64) + "\n";
    ByteBuffer file = ByteBuffer.allocate(8 + lengthBytes + filled.length() + numbers.length)
        .order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    file.put((byte) version).put((byte) 0);
    if (version == 1) {
      file.putShort((short) filled.length());
    } else {
      file.putInt(filled.length());
    }
    file.put(filled.getBytes(StandardCharsets.US_ASCII)).put(numbers);
    return file.array();
  }
}
