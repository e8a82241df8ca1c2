package io.camber.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the frames of lz4-java, and by hand where that cannot go. */
final class Lz4FrameTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 100, 70_000, 3_000_000})
  void framesAreReadByLz4Java(int length) throws IOException {
    byte[] plain = data(length);
    RecordBuffer packed = new RecordBuffer(16);

    Lz4Frame.pack(plain, plain.length, packed);

    try (LZ4FrameInputStream in =
        new LZ4FrameInputStream(new ByteArrayInputStream(bytes(packed)))) {
      assertThat(in.readAllBytes()).isEqualTo(plain);
    }
    byte[] out = new byte[length];
    assertThat(Lz4Frame.unpack(bytes(packed), out)).isEqualTo(length);
    assertThat(out).isEqualTo(plain);
  }

  /** Sizes and kinds of data around the edges of the format, against lz4-java's own decompressor. */
  @Test
  void blocksOfAnyKindAreReadByLz4Java() {
    Random random = new Random(5);
    Lz4Packer packer = new Lz4Packer();
    for (int round = 0; round < 3000; round++) {
      byte[] plain = new byte[random.nextInt(round < 1500 ? 64 : 200_000 / (1 + round % 40))];
      int alphabet = 1 + random.nextInt(round % 3 == 0 ? 3 : 255);
      for (int i = 0; i < plain.length; i++) {
        plain[i] = (byte) random.nextInt(alphabet);
      }
      byte[] packed = new byte[Lz4Packer.packedMax(plain.length) + 3];
      int end = packer.pack(plain, 0, plain.length, packed, 3);

      byte[] read = LZ4Factory.safeInstance()
          .safeDecompressor()
          .decompress(Arrays.copyOfRange(packed, 3, end), plain.length);
      assertThat(read).as("round " + round).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 70_000, 300_000})
  void readsFramesOfLz4JavaWithChecksums(int length) throws IOException {
    byte[] plain = data(length);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (LZ4FrameOutputStream out = new LZ4FrameOutputStream(
        packed,
        LZ4FrameOutputStream.BLOCKSIZE.SIZE_64KB,
        LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE,
        LZ4FrameOutputStream.FLG.Bits.BLOCK_CHECKSUM,
        LZ4FrameOutputStream.FLG.Bits.CONTENT_CHECKSUM)) {
      out.write(plain);
    }

    byte[] read = new byte[length];
    assertThat(Lz4Frame.unpack(packed.toByteArray(), read)).isEqualTo(length);
    assertThat(read).isEqualTo(plain);
    for (int at = 0; at < Math.min(packed.size(), 400); at++) {
      byte[] damaged = packed.toByteArray();
      damaged[at] ^= 0x10;
      assertThatThrownBy(() -> Lz4Frame.unpack(damaged, new byte[length]))
          .as("byte " + at)
          .isInstanceOf(MalformedMcapException.class);
    }
  }

  /** The C library links blocks unless told otherwise: the second block here repeats four bytes of the first. */
  @Test
  void readsBlocksThatReferToTheBlockBefore() throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(new byte[] {0x04, 0x22, 0x4D, 0x18, 0x40, 0x40, (byte) 0xC0});
    frame.writeBytes(new byte[] {4, 0, 0, 0, 0x30, 'a', 'b', 'c'});
    frame.writeBytes(new byte[] {5, 0, 0, 0, 0x01, 3, 0, 0x10, '!'});
    frame.writeBytes(new byte[] {0, 0, 0, 0});
    byte[] out = new byte[9];

    assertThat(Lz4Frame.unpack(frame.toByteArray(), out)).isEqualTo(9);
    assertThat(new String(out, StandardCharsets.US_ASCII)).isEqualTo("abcabcab!");
  }

  @Test
  void refusesMoreThanWasDeclaredAndWhatIsCut() {
    RecordBuffer packed = new RecordBuffer(16);
    Lz4Frame.pack(new byte[100_000], 100_000, packed);
    byte[] frame = bytes(packed);

    assertThatThrownBy(() -> Lz4Frame.unpack(frame, new byte[99_999]))
        .isInstanceOf(MalformedMcapException.class);
    for (int length = 1; length < frame.length; length++) {
      byte[] cut = Arrays.copyOf(frame, length);
      assertThatThrownBy(() -> Lz4Frame.unpack(cut, new byte[100_000]))
          .as("cut at " + length)
          .isInstanceOf(MalformedMcapException.class);
    }
  }

  private static byte[] bytes(RecordBuffer buffer) {
    return Arrays.copyOf(buffer.array(), buffer.length());
  }

  /** Half noise, half repetition. */
  private static byte[] data(int length) {
    byte[] data = new byte[length];
    new Random(length).nextBytes(data);
    for (int i = 0; i < length; i++) {
      data[i] = i / 1000 % 2 == 0 ? data[i] : data[i % 7];
    }
    return data;
  }
}
