package io.camber.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Packs and unpacks the records of a chunk. */
final class ChunkCodec {
  /** What the zstd tool uses when nothing else is asked for. */
  private static final int ZSTD_LEVEL = 3;

  /** LZ4 cannot pack tighter than one byte for 255, and a few for the frame. */
  private static final int LZ4_RATIO_MAX = 255;

  private ChunkCodec() {}

  /** Appends the packed form of {@code length} bytes. */
  static void pack(Compression compression, byte[] source, int length, RecordBuffer target) {
    switch (compression) {
      case NONE -> target.append(source, 0, length);
      case LZ4 -> Lz4Frame.pack(source, length, target);
      case ZSTD -> {
        int room = (int) Math.min(Zstd.compressBound(length), Integer.MAX_VALUE - 64L);
        target.reserve(room);
        target.grow((int) Zstd.compressByteArray(
            target.array(), target.length(), room, source, 0, length, ZSTD_LEVEL));
      }
    }
  }

  /** Unpacks to exactly {@code size} bytes, which the caller has held against its limits. */
  static ByteBuffer unpack(String compressionName, ByteBuffer packed, int size)
      throws MalformedMcapException {
    return switch (named(compressionName)) {
      case NONE -> {
        if (packed.remaining() != size) {
          throw differs(packed.remaining(), size);
        }
        yield packed;
      }
      case LZ4 -> unpackLz4(bytes(packed), size);
      case ZSTD -> unpackZstd(bytes(packed), size);
    };
  }

  /** Unpacks what is there of a chunk that was cut: as many of the {@code size} bytes as can be told for certain. */
  static ByteBuffer unpackPrefix(String compressionName, ByteBuffer packed, int size)
      throws MalformedMcapException {
    return switch (named(compressionName)) {
      case NONE -> packed.slice(packed.position(), Math.min(size, packed.remaining()));
      case LZ4 -> {
        byte[] plain = new byte[plausible(packed.remaining(), size)];
        yield ByteBuffer.wrap(plain, 0, Lz4Frame.unpackPrefix(bytes(packed), plain))
            .slice();
      }
      case ZSTD -> unpackZstdPrefix(bytes(packed), size);
    };
  }

  private static Compression named(String name) throws MalformedMcapException {
    return Compression.find(name)
        .orElseThrow(() -> new MalformedMcapException(
            "chunk compression \"" + name + "\" is not supported (none, lz4, zstd)"));
  }

  private static ByteBuffer unpackLz4(byte[] packed, int size) throws MalformedMcapException {
    if (plausible(packed.length, size) < size) {
      throw differs(packed.length * (long) LZ4_RATIO_MAX, size);
    }
    byte[] plain = new byte[size];
    int got = Lz4Frame.unpack(packed, plain);
    if (got != size) {
      throw differs(got, size);
    }
    return ByteBuffer.wrap(plain);
  }

  private static int plausible(int packed, int size) {
    return (int) Math.min(size, packed * (long) LZ4_RATIO_MAX);
  }

  private static ByteBuffer unpackZstd(byte[] packed, int size) throws MalformedMcapException {
    if (size == 0 && packed.length == 0) {
      return ByteBuffer.allocate(0);
    }
    try {
      byte[] plain = new byte[size];
      long got = Zstd.decompressByteArray(plain, 0, size, packed, 0, packed.length);
      if (Zstd.isError(got)) {
        throw new MalformedMcapException("chunk is not valid zstd: " + Zstd.getErrorName(got));
      }
      if (got != size) {
        throw differs(got, size);
      }
      return ByteBuffer.wrap(plain);
    } catch (ZstdException e) {
      throw new MalformedMcapException("chunk is not valid zstd: " + e.getMessage(), e);
    }
  }

  private static ByteBuffer unpackZstdPrefix(byte[] packed, int size) {
    byte[] plain = new byte[size];
    int filled = 0;
    try (ZstdInputStreamNoFinalizer frames =
        new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed))) {
      frames.setContinuous(true);
      for (int got = 0;
          got >= 0 && filled < size;
          got = frames.read(plain, filled, size - filled)) {
        filled += got;
      }
    } catch (IOException e) {
      return ByteBuffer.wrap(plain, 0, filled).slice();
    }
    return ByteBuffer.wrap(plain, 0, filled).slice();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(buffer.position(), bytes);
    return bytes;
  }

  private static MalformedMcapException differs(long got, int size) {
    return new MalformedMcapException(
        "chunk unpacks to " + got + " bytes or more, but declares " + size);
  }
}
