package io.camber.recording.mcap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4SafeDecompressor;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Packs and unpacks the records of a chunk. Uses the pure Java LZ4 so that the bytes do not depend on whether a native
 * library could be loaded.
 */
final class ChunkCodec {
  private static final LZ4Compressor COMPRESSOR = LZ4Factory.safeInstance().fastCompressor();
  private static final LZ4SafeDecompressor DECOMPRESSOR =
      LZ4Factory.safeInstance().safeDecompressor();
  private static final XXHash32 HASH = XXHashFactory.safeInstance().hash32();

  private ChunkCodec() {}

  /** Appends the packed form of {@code length} bytes. */
  static void pack(Compression compression, byte[] source, int length, RecordBuffer target)
      throws IOException {
    switch (compression) {
      case NONE -> target.append(source, 0, length);
      case LZ4 -> {
        try (LZ4FrameOutputStream frame = new LZ4FrameOutputStream(
            new BufferOutput(target),
            LZ4FrameOutputStream.BLOCKSIZE.SIZE_1MB,
            -1L,
            COMPRESSOR,
            HASH,
            LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE)) {
          frame.write(source, 0, length);
        }
      }
    }
  }

  /** Unpacks to exactly {@code size} bytes; grows as bytes arrive, so a lying size costs no memory. */
  static ByteBuffer unpack(String compressionName, ByteBuffer packed, int size) throws IOException {
    Compression compression = Compression.find(compressionName)
        .orElseThrow(() -> new MalformedMcapException(
            "chunk compression \"" + compressionName + "\" is not supported (none, lz4)"));
    ByteBuffer plain = switch (compression) {
      case NONE -> packed;
      case LZ4 -> unpackLz4(packed, size);
    };
    if (plain.remaining() != size) {
      throw new MalformedMcapException(
          "chunk unpacks to " + plain.remaining() + " bytes or more, but declares " + size);
    }
    return plain;
  }

  private static ByteBuffer unpackLz4(ByteBuffer packed, int size) throws IOException {
    byte[] source = new byte[packed.remaining()];
    packed.get(packed.position(), source);
    try (InputStream frame =
        new LZ4FrameInputStream(new ByteArrayInputStream(source), DECOMPRESSOR, HASH)) {
      return ByteBuffer.wrap(frame.readNBytes(size + 1));
    } catch (MalformedMcapException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new MalformedMcapException("chunk is not a valid LZ4 frame: " + e.getMessage(), e);
    }
  }

  /** Lets the frame writer append to a record buffer. */
  private static final class BufferOutput extends OutputStream {
    private final RecordBuffer target;

    BufferOutput(RecordBuffer target) {
      this.target = target;
    }

    @Override
    public void write(int value) {
      target.u8(value);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
      target.append(source, offset, length);
    }
  }
}
