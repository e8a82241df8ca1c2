package io.camber.bus;

/** A named channel of one type with its codec and quality of service. Names are absolute paths such as {@code /sensor/imu}. */
public record Topic<T>(String name, Class<T> type, Codec<T> codec, Qos qos) {
  public Topic {
    if (!name.startsWith("/") || name.endsWith("/")) {
      throw new IllegalArgumentException("topic name=" + name + " is not an absolute path");
    }
  }
}
