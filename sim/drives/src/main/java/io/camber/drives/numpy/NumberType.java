package io.camber.drives.numpy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Plain numbers as NumPy names them without their byte order. */
enum NumberType {
  F4(4) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return bytes.getFloat(at);
    }
  },
  F8(8) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return bytes.getDouble(at);
    }
  },
  I1(1) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return bytes.get(at);
    }
  },
  I2(2) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return bytes.getShort(at);
    }
  },
  I4(4) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return bytes.getInt(at);
    }
  },
  I8(8) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return bytes.getLong(at);
    }
  },
  U1(1) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return Byte.toUnsignedInt(bytes.get(at));
    }
  },
  U2(2) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return Short.toUnsignedInt(bytes.getShort(at));
    }
  },
  U4(4) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return Integer.toUnsignedLong(bytes.getInt(at));
    }
  },
  U8(8) {
    @Override
    double read(ByteBuffer bytes, int at) {
      long value = bytes.getLong(at);
      return value >= 0L ? value : value + 0x1p64;
    }
  },
  B1(1) {
    @Override
    double read(ByteBuffer bytes, int at) {
      return bytes.get(at) == 0 ? 0.0 : 1.0;
    }
  };

  final int bytes;

  NumberType(int bytes) {
    this.bytes = bytes;
  }

  abstract double read(ByteBuffer bytes, int at);

  /** The type of a letter and a size such as {@code f8}. */
  static Optional<NumberType> named(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name)) // U is text, u a number
        .findFirst();
  }
}
