package io.camber.bus.transport;

import io.camber.bus.Qos;
import io.camber.bus.Topic;

/**
 * A topic as bytes see it: what both ends of a wire must agree on before anything flows.
 *
 * @param schemaHash of the schema's name, encoding and description; two ends with different hashes never match
 */
public record WireTopic(String name, String schemaName, long schemaHash, Qos qos) {
  public static WireTopic of(Topic<?> topic) {
    var schema = topic.codec().schema();
    return new WireTopic(topic.name(), schema.name(), schema.hash(), topic.qos());
  }
}
