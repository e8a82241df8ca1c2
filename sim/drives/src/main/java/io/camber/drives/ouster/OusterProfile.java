package io.camber.drives.ouster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Layouts of lidar packets (Ouster sensor documentation, "Lidar data packet format"), little-endian, lengths in bytes:
 *
 * <pre>
 *  packet:  head | (column head | beams x channel | column foot) x columns | foot
 *  LEGACY:  column head = time ns u64, column u16, frame u16, encoder u32; foot = status u32, all ones when valid
 *  others:  column head = time ns u64, column u16, status u16, bit 0 when valid; the frame is at byte 2 of the packet's head
 * </pre>
 */
enum OusterProfile {
  LEGACY(0, 16, 12, 4, 0, 1, 4, 0xfffff),
  RNG19_RFL8_SIG16_NIR16(32, 12, 12, 0, 32, 1, 4, 0x7ffff),
  RNG19_RFL8_SIG16_NIR16_DUAL(32, 12, 16, 0, 32, 2, 3, 0x7ffff);

  final int headBytes;
  final int columnHeadBytes;
  final int channelBytes;
  final int columnFootBytes;
  final int footBytes;
  final int returns;

  /** Where the reflectivity of a return stands behind its range; ranges are four bytes apart. */
  final int reflectivityAt;

  final int rangeMask;

  OusterProfile(
      int headBytes,
      int columnHeadBytes,
      int channelBytes,
      int columnFootBytes,
      int footBytes,
      int returns,
      int reflectivityAt,
      int rangeMask) {
    this.headBytes = headBytes;
    this.columnHeadBytes = columnHeadBytes;
    this.channelBytes = channelBytes;
    this.columnFootBytes = columnFootBytes;
    this.footBytes = footBytes;
    this.returns = returns;
    this.reflectivityAt = reflectivityAt;
    this.rangeMask = rangeMask;
  }

  static Optional<OusterProfile> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(OusterProfile::name).toList();
  }

  int columnBytes(int beams) {
    return columnHeadBytes + beams * channelBytes + columnFootBytes;
  }

  int packetBytes(int beams, int columns) {
    return headBytes + columns * columnBytes(beams) + footBytes;
  }
}
