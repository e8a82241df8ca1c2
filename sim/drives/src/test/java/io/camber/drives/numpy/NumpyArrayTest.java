package io.camber.drives.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camber.diagnostics.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumpyArrayTest {
  private static final long SEED = 20261127L;

  /** 1 to 6. */
  private static final byte[] SIX = doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6);

  private static byte[] doubles(ByteOrder order, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(order);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return bytes.array();
  }

  private static NumpyArray read(
      int version, String descr, String fortran, String shape, byte[] b) {
    return NumpyArray.of(
        "a.npy", NumpyFile.bytes(version, NumpyFile.header(descr, fortran, shape), b));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void rowsAndColumnsOfEachVersion(int version) {
    NumpyArray array = read(version, "<f8", "False", "(3, 2)", SIX);

    assertThat(array.rows()).isEqualTo(3);
    assertThat(array.columns()).isEqualTo(2);
    assertThat(array.at(0, 1)).isEqualTo(2.0);
    assertThat(array.at(2, 0)).isEqualTo(5.0);
  }

  @Test
  void fortranOrderRunsDownTheColumns() {
    NumpyArray array = read(1, "<f8", "True", "(3, 2)", SIX);

    assertThat(array.at(0, 1)).isEqualTo(4.0);
    assertThat(array.at(2, 0)).isEqualTo(3.0);
  }

  @Test
  void bigEndianNumbersAreTurned() {
    NumpyArray array = read(1, ">f8", "False", "(2,)", doubles(ByteOrder.BIG_ENDIAN, 1.5, -2.5));

    assertThat(array.columns()).isEqualTo(1);
    assertThat(array.at(1, 0)).isEqualTo(-2.5);
  }

  @ParameterizedTest
  @CsvSource({
    "<f4, 0000c0bf, -1.5",
    "<f8, 000000000000f8bf, -1.5",
    "|i1, fe, -2",
    "<i2, feff, -2",
    ">i2, fffe, -2",
    "<i4, feffffff, -2",
    "<i8, feffffffffffffff, -2",
    "|u1, fe, 254",
    "<u2, feff, 65534",
    "<u4, feffffff, 4294967294",
    "<u8, 00000000000000c0, 13835058055282163712",
    "|b1, 01, 1"
  })
  void bitsOfEachTypeAsNumpyReadsThem(String descr, String bits, double value) {
    assertThat(read(1, descr, "False", "(1,)", HexFormat.of().parseHex(bits)).at(0, 0))
        .isEqualTo(value);
  }

  @Test
  void anArrayWithoutRowsIsOne() {
    assertThat(read(1, "<f8", "False", "(0,)", new byte[0]).rows()).isZero();
    assertThat(read(1, "<f8", "True", "(0, 3)", new byte[0]).columns()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "|O; (6,); holds Python objects",
        "|S8; (6,); type 'S8'",
        "<c16; (3,); type 'c16'",
        "<f8; (); 0 dimensions",
        "<f8; (1, 2, 3); 3 dimensions",
        "<f8; (7,); declares 7 rows of 8 bytes where 48 bytes are left",
        "<f8; (5,); declares 5 rows of 8 bytes where 48 bytes are left",
        "<f8; (6, 0); 0 columns",
        "<f8; (999999999999999999,); declares 999999999999999999 rows",
        "<f8; (999999999, 1000000); declares 999999999 rows of 8000000 bytes",
        "<f8; (1, 999999999999); 999999999999 columns",
        "<f8; (9999999999999999999999,); no plain 'shape'",
        "<f8; (-1,); no plain 'shape'",
        "<f8; 6; no plain 'shape'",
      })
  void whatIsNotReadIsNamedWithItsByte(String descr, String shape, String problem) {
    assertThatThrownBy(() -> read(1, descr, "False", shape, SIX))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("a.npy: byte 128: ")
        .hasMessageContaining(problem);
  }

  @Test
  void recordsHaveNoPlainType() {
    byte[] file = NumpyFile.bytes(
        1, "{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (6,), }", SIX);

    assertThatThrownBy(() -> NumpyArray.of("a.npy", file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no plain 'descr'");
  }

  @Test
  void headerThatClaimsGigabytesIsRefusedBeforeTheyAreTaken() {
    byte[] file = NumpyFile.bytes(2, NumpyFile.header("<f8", "False", "(6,)"), SIX);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 0x7fff_ffff);

    assertThatThrownBy(() -> NumpyArray.of("a.npy", file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.npy: byte 12: declares a header of 2147483647 bytes");
  }

  @Test
  void otherVersionsAreUnknown() {
    byte[] file = NumpyFile.bytes(4, NumpyFile.header("<f8", "False", "(6,)"), SIX);

    assertThatThrownBy(() -> NumpyArray.of("a.npy", file))
        .hasMessageContaining("format version 4 is unknown");
  }

  @Test
  void notANumberIsNamedWithRowAndByte() {
    byte[] values = doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, Double.NaN, 5, 6);
    NumpyArray array = read(1, "<f8", "False", "(3, 2)", values);

    assertThat(array.at(1, 1)).isNaN();
    assertThatThrownBy(() -> array.finite(1, 1))
        .isInstanceOf(InputException.class)
        .hasMessage("a.npy: byte " + (128 + 24) + ": row 1: NaN is not finite");
  }

  @Test
  @Timeout(60)
  void cutOrBentFilesAreReadOrRefusedInOneSentence() {
    byte[] whole = NumpyFile.bytes(1, NumpyFile.header("<f8", "True", "(2, 3)"), SIX);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> NumpyArray.of("a.npy", cut))
          .as("cut at %d", length)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("a.npy: byte ");
    }
    Random random = new Random(SEED);
    for (int i = 0; i < 5000; i++) {
      byte[] bent = whole.clone();
      bent[random.nextInt(bent.length)] ^= (byte) (1 + random.nextInt(255));
      Throwable thrown = catchThrowable(() -> readAll(NumpyArray.of("a.npy", bent)));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(InputException.class);
      }
    }
  }

  private static void readAll(NumpyArray array) {
    for (int row = 0; row < array.rows(); row++) {
      for (int column = 0; column < array.columns(); column++) {
        array.at(row, column);
      }
    }
  }
}
