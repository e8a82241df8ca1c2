package io.camber.bus.udp.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ProtectionTest {
  private static final int HEADER = 32;
  private static final HexFormat HEX = HexFormat.of();

  private static BusKey key(long seed) {
    byte[] bytes = new byte[BusKey.LENGTH];
    new Random(seed).nextBytes(bytes);
    return new BusKey(bytes);
  }

  private static ByteBuffer datagram(int length) {
    ByteBuffer datagram = ByteBuffer.allocateDirect(length + 64).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < length; i++) {
      datagram.put(i, (byte) (i * 7));
    }
    return datagram;
  }

  /** RFC 5869, test case 1, first 32 of its 42 bytes. */
  @Test
  void derivesKeysAsPublished() {
    byte[] secret = HEX.parseHex("0b".repeat(22));
    byte[] salt = HEX.parseHex("000102030405060708090a0b0c");
    byte[] info = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9");

    assertThat(HEX.formatHex(Hkdf.derive(salt, secret, info, 32)))
        .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
  }

  @Test
  void opensWhatItSealedAndNothingElse() {
    GcmProtection protection = new GcmProtection(key(1));
    ByteBuffer datagram = datagram(500);
    byte[] plain = new byte[500];
    datagram.get(0, plain);
    int length = protection.sealer(5, 6).seal(datagram, HEADER, 500, 77);
    byte[] sealed = new byte[length];
    datagram.get(0, sealed);

    assertThat(length).isEqualTo(500 + protection.overheadBytes());
    for (int bit = 0; bit < 8 * length; bit++) {
      datagram.put(0, sealed);
      datagram.put(bit / 8, (byte) (sealed[bit / 8] ^ 1 << bit % 8));
      assertThat(protection.opener(5, 6).open(datagram, HEADER, length, 77))
          .as("bit %d", bit)
          .isEqualTo(-1);
      bit += 12; // every byte is hit, each at some bits: a key schedule per try is slow
    }
    datagram.put(0, sealed);
    assertThat(protection.opener(5, 6).open(datagram, HEADER, length, 78)).isEqualTo(-1);
    datagram.put(0, sealed);
    assertThat(protection.opener(6, 6).open(datagram, HEADER, length, 77)).isEqualTo(-1);
    datagram.put(0, sealed);
    assertThat(new GcmProtection(key(2)).opener(5, 6).open(datagram, HEADER, length, 77))
        .isEqualTo(-1);
    datagram.put(0, sealed);
    assertThat(protection.opener(5, 6).open(datagram, HEADER, length, 77)).isEqualTo(500);
    byte[] opened = new byte[500];
    datagram.get(0, opened);
    assertThat(opened).isEqualTo(plain);
  }

  @Test
  void hidesTheBodyAndNotTheHeader() {
    ByteBuffer datagram = datagram(100);
    byte[] plain = new byte[100];
    datagram.get(0, plain);

    new GcmProtection(key(1)).sealer(5, 6).seal(datagram, HEADER, 100, 1);

    for (int i = 0; i < HEADER; i++) {
      assertThat(datagram.get(i)).isEqualTo(plain[i]);
    }
    int same = 0;
    for (int i = HEADER; i < 100; i++) {
      same += datagram.get(i) == plain[i] ? 1 : 0;
    }
    assertThat(same).isLessThan(10);
  }

  @Test
  void checksumsCatchEveryFlippedBit() {
    ChecksumProtection protection = new ChecksumProtection();
    ByteBuffer datagram = datagram(200);
    int length = protection.sealer(1, 1).seal(datagram, HEADER, 200, 0);

    for (int bit = 0; bit < 8 * length; bit++) {
      datagram.put(bit / 8, (byte) (datagram.get(bit / 8) ^ 1 << bit % 8));
      assertThat(protection.opener(1, 1).open(datagram, HEADER, length, 0)).isEqualTo(-1);
      datagram.put(bit / 8, (byte) (datagram.get(bit / 8) ^ 1 << bit % 8));
    }
    assertThat(protection.opener(1, 1).open(datagram, HEADER, length, 0)).isEqualTo(200);
  }

  @Test
  void neverPrintsAKey() {
    assertThat(key(1).toString()).isEqualTo("BusKey[secret]");
  }

  @Test
  void replayWindowAgreesWithASetOfAllCounters() {
    ReplayWindow window = new ReplayWindow();
    Random random = new Random(3);
    java.util.Set<Long> seen = new java.util.HashSet<>();
    long highest = 0;
    for (int i = 0; i < 200_000; i++) {
      long counter = Math.max(
          0, highest + random.nextInt(2 * ReplayWindow.WIDTH + 50) - 2L * ReplayWindow.WIDTH + 40);
      if (i % 5000 == 4999) {
        counter = highest + random.nextInt(3 * ReplayWindow.WIDTH);
      }
      boolean expected = counter > highest - ReplayWindow.WIDTH && !seen.contains(counter);
      if (i == 0) {
        expected = true;
      }
      assertThat(window.isNew(counter))
          .as("counter %d after %d", counter, highest)
          .isEqualTo(expected);
      if (expected) {
        window.mark(counter);
        seen.add(counter);
        highest = Math.max(highest, counter);
      }
    }
    assertThat(window.isNew(-1)).isFalse();
    assertThat(window.isNew(Long.MIN_VALUE)).isFalse();
  }
}
