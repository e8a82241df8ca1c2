package io.camber.drives.numpy;

import io.camber.diagnostics.InputException;
import io.camber.drives.source.ByteReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The array of numbers in a file of NumPy's own format, versions 1 to 3, as rows and columns; a row of one dimension has one
 * column. Immutable.
 *
 * <pre>
 *   6  0x93 N U M P Y
 *   2  version, major and minor
 *   2  length of the header; 4 bytes from version 2 on
 *      header: a Python dictionary as text with descr, fortran_order and shape
 *      numbers, row by row, or column by column in Fortran's order
 * </pre>
 */
public final class NumpyArray {
  private static final long FILE_BYTES_MAX = 1L << 30;
  private static final int HEADER_BYTES_MAX = 1 << 16;
  private static final int COLUMNS_MAX = 1 << 20;
  private static final int MAGIC_BYTES = 6;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile(
      "'shape'\\s*:\\s*\\(\\s*((?:\\d{1,18}(?:\\s*,\\s*\\d{1,18})*)?)\\s*,?\\s*\\)");

  private final String file;
  private final long offset;
  private final ByteBuffer numbers;
  private final NumberType type;
  private final boolean isFortran;
  private final int rows;
  private final int columns;

  private NumpyArray(
      String file,
      long offset,
      ByteBuffer numbers,
      NumberType type,
      boolean isFortran,
      int rows,
      int columns) {
    this.file = file;
    this.offset = offset;
    this.numbers = numbers;
    this.type = type;
    this.isFortran = isFortran;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Reads a file.
   *
   * @throws InputException naming the file and the byte
   */
  public static NumpyArray read(Path path) throws IOException {
    long size = Files.size(path);
    if (size > FILE_BYTES_MAX) {
      throw new InputException(
          path + ": has " + size + " bytes; arrays up to " + FILE_BYTES_MAX + " bytes are read");
    }
    return of(path.toString(), Files.readAllBytes(path));
  }

  static NumpyArray of(String file, byte[] bytes) {
    ByteReader in = ByteReader.of(file, bytes);
    if (in.remaining() < MAGIC_BYTES
        || in.u8() != 0x93
        || !in.text(MAGIC_BYTES - 1).equals("NUMPY")) {
      throw ByteReader.of(file, bytes).error("is no NumPy array");
    }
    int version = in.u8();
    in.u8();
    if (version < 1 || version > 3) {
      throw in.error("format version " + version + " is unknown; 1 to 3 are read");
    }
    long length = version == 1 ? in.u16() : in.u32();
    if (length > HEADER_BYTES_MAX || length > in.remaining()) {
      throw in.error(
          "declares a header of " + length + " bytes where " + in.remaining() + " are left");
    }
    String header = in.text((int) length);
    NumberType type = type(in, header);
    boolean isFortran = find(in, header, ORDER, "fortran_order").group(1).equals("True");
    int[] shape = shape(in, header, type);
    String order = find(in, header, DESCR, "descr").group(1);
    int offset = in.position();
    ByteBuffer numbers = in.slice(in.remaining())
        .order(order.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return new NumpyArray(file, offset, numbers, type, isFortran, shape[0], shape[1]);
  }

  private static NumberType type(ByteReader in, String header) {
    String name = find(in, header, DESCR, "descr").group(2);
    if (name.startsWith("O")) {
      throw in.error("holds Python objects, which only Python can unpack");
    }
    return NumberType.named(name)
        .orElseThrow(() ->
            in.error("holds values of type '" + name + "'; whole numbers, f4 and f8 are read"));
  }

  private static int[] shape(ByteReader in, String header, NumberType type) {
    String text = find(in, header, SHAPE, "shape").group(1);
    String[] sizes = text.isEmpty() ? new String[0] : text.split("\\s*,\\s*");
    if (sizes.length < 1 || sizes.length > 2) {
      throw in.error("has " + sizes.length + " dimensions; 1 or 2 are read");
    }
    long rows = Long.parseLong(sizes[0]);
    long columns = sizes.length == 1 ? 1L : Long.parseLong(sizes[1]);
    if (columns < 1L || columns > COLUMNS_MAX) {
      throw in.error("has " + columns + " columns; 1 to " + COLUMNS_MAX + " are read");
    }
    long rowBytes = columns * type.bytes;
    long left = in.remaining();
    if (rows > left / rowBytes || rows * rowBytes != left) {
      throw in.error(
          "declares " + rows + " rows of " + rowBytes + " bytes where " + left + " bytes are left");
    }
    return new int[] {(int) rows, (int) columns};
  }

  private static Matcher find(ByteReader in, String header, Pattern pattern, String key) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw in.error("the header before this byte has no plain '" + key + "'");
    }
    return matcher;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The number at a row and a column, as it is; it may be NaN. */
  public double at(int row, int column) {
    return type.read(numbers, byteOf(row, column));
  }

  /** The same where only a finite number makes sense. */
  public double finite(int row, int column) {
    double value = at(row, column);
    if (!Double.isFinite(value)) {
      throw error(row, column, value + " is not finite");
    }
    return value;
  }

  /** An error at a number. */
  public InputException error(int row, int column, String problem) {
    return new InputException(
        file + ": byte " + (offset + byteOf(row, column)) + ": row " + row + ": " + problem);
  }

  /** An error of the whole array, such as one that does not fit its neighbour. */
  public InputException error(String problem) {
    return new InputException(file + ": byte " + offset + ": " + problem);
  }

  private int byteOf(int row, int column) {
    return type.bytes * (isFortran ? column * rows + row : row * columns + column);
  }
}
