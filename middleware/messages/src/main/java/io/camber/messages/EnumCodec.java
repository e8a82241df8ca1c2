package io.camber.messages;

import com.google.protobuf.ProtocolMessageEnum;

/** Enums travel by number; the domain enum's order is the wire number. */
final class EnumCodec {
  private EnumCodec() {}

  /** The wire number of a domain constant. */
  @SuppressWarnings("EnumOrdinal") // the order is the wire format, and the enums say so
  static int number(Enum<?> value) {
    return value.ordinal();
  }

  /** The domain constant for a wire number, or an error that names it. */
  static <E extends Enum<E>> E fromNumber(E[] values, ProtocolMessageEnum proto, int number) {
    return fromNumber(values, proto.getDescriptorForType().getName(), number);
  }

  /** The same for an enum that travels as a plain number. */
  static <E extends Enum<E>> E fromNumber(E[] values, String name, int number) {
    if (number < 0 || number >= values.length) {
      throw new IllegalArgumentException(name + " has no number " + number);
    }
    return values[number];
  }
}
