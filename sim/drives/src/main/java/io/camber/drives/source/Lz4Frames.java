package io.camber.drives.source;

import io.camber.diagnostics.InputException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Unpacks one LZ4 frame (frame format 1.6) whose unpacked length is known from outside. Blocks may be linked, as most writers
 * make them, which the usual library does not read.
 *
 * <pre>
 *  magic u32 | FLG u8 | BD u8 | [content size u64] | [dictionary u32] | HC u8 | block ... | 0 u32 | [content checksum u32]
 *  block:  size u32, top bit set when stored as it is | data | [checksum u32]
 * </pre>
 */
public final class Lz4Frames {
  private static final int MAGIC = 0x184D2204;
  private static final int STORED = 0x80000000;
  private static final int VERSION = 0x40;
  private static final int VERSION_MASK = 0xC0;
  private static final int BLOCK_CHECKSUM = 0x10;
  private static final int CONTENT_SIZE = 0x08;
  private static final int CONTENT_CHECKSUM = 0x04;
  private static final int DICTIONARY = 0x01;

  /** No frame unpacks to more than this for a byte of it. */
  private static final long RATIO_MAX = 256;

  private static final XXHash32 HASH = XXHashFactory.safeInstance().hash32();

  private final String file;
  private final long offset;
  private final ByteBuffer in;
  private final byte[] out;
  private int filled;

  private Lz4Frames(String file, long offset, ByteBuffer in, byte[] out) {
    this.file = file;
    this.offset = offset;
    this.in = in;
    this.out = out;
  }

  /**
   * Unpacks.
   *
   * @param offset of the frame in the file, for messages
   * @param size of the unpacked content
   */
  public static byte[] unpack(String file, long offset, ByteBuffer frame, long size) {
    if (size < 0 || size > RATIO_MAX * frame.remaining() || size > Integer.MAX_VALUE - 16) {
      throw new InputException(file + ": byte " + offset + ": " + frame.remaining()
          + " packed bytes claim to be " + size + " unpacked");
    }
    ByteBuffer in = frame.slice().order(ByteOrder.LITTLE_ENDIAN);
    Lz4Frames reader = new Lz4Frames(file, offset, in, new byte[(int) size]);
    try {
      reader.frame();
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      throw reader.error("is cut short or damaged");
    }
    return reader.out;
  }

  private void frame() {
    if (in.getInt() != MAGIC) {
      throw error("is no LZ4 frame");
    }
    int flags = Byte.toUnsignedInt(in.get());
    in.get();
    if ((flags & VERSION_MASK) != VERSION || (flags & DICTIONARY) != 0) {
      throw error("is an LZ4 frame of a kind that is not read (flags " + flags + ")");
    }
    if ((flags & CONTENT_SIZE) != 0 && in.getLong() != out.length) {
      throw error("holds another length than was announced");
    }
    in.get();
    for (int head = in.getInt(); head != 0; head = in.getInt()) {
      int length = head & ~STORED;
      int end = in.position() + length;
      if (length > in.remaining()) {
        throw error("has a block of " + length + " bytes with " + in.remaining() + " left");
      }
      if ((head & STORED) != 0) {
        room(length);
        in.get(out, filled, length);
        filled += length;
      } else {
        block(end);
      }
      if ((flags & BLOCK_CHECKSUM) != 0) {
        in.getInt();
      }
    }
    if (filled != out.length) {
      throw error("unpacks to " + filled + " bytes instead of " + out.length);
    }
    if ((flags & CONTENT_CHECKSUM) != 0 && in.getInt() != HASH.hash(out, 0, out.length, 0)) {
      throw error("has a wrong checksum");
    }
  }

  private void block(int end) {
    while (in.position() < end) {
      int token = Byte.toUnsignedInt(in.get());
      int literals = length(token >>> 4);
      room(literals);
      if (literals > end - in.position()) {
        throw error("copies beyond its block");
      }
      in.get(out, filled, literals);
      filled += literals;
      if (in.position() < end) {
        int back = Short.toUnsignedInt(in.getShort());
        int count = length(token & 15) + 4;
        if (back == 0 || back > filled) {
          throw error("refers to before its start");
        }
        room(count);
        for (int i = 0; i < count; i++, filled++) {
          out[filled] = out[filled - back];
        }
      }
    }
  }

  private int length(int first) {
    int length = first;
    if (first == 15) {
      int more;
      do {
        more = Byte.toUnsignedInt(in.get());
        length = Math.addExact(length, more);
      } while (more == 255);
    }
    return length;
  }

  private void room(int count) {
    if (count < 0 || count > out.length - filled) {
      throw error("unpacks to more than the " + out.length + " bytes announced");
    }
  }

  private InputException error(String problem) {
    return new InputException(file + ": byte " + (offset + in.position()) + ": " + problem);
  }
}
