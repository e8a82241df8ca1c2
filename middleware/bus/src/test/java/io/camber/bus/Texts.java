package io.camber.bus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Topics of plain text for tests. */
public final class Texts {
  private Texts() {}

  public static Topic<String> topic(String name, Qos qos) {
    return new Topic<>(name, String.class, new TextCodec(), qos);
  }

  private static final class TextCodec implements Codec<String> {
    @Override
    public Schema schema() {
      return new Schema("text", "utf-8", new byte[0]);
    }

    @Override
    public void encode(String value, PayloadBuffer target) {
      target.append(ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String decode(ByteBuffer payload) {
      return StandardCharsets.UTF_8.decode(payload).toString();
    }
  }
}
