package io.camber.bus.remote;

import io.camber.bus.MalformedMessageException;

/**
 * What a frame between an executor and a node's process says. All numbers little-endian, strings and byte strings with a
 * length in front (u16), the payload of a message last.
 *
 * <pre>
 *  executor to node
 *    START    seed i64 | time i64 | latency i64 | topics of the runtime 4 str: health, state, request and
 *             answer of parameters (empty for none)
 *    ITEM     port i32 | number i64 | has message u8 | MESSAGE, if any
 *    CALL     time i64 | items i32
 *    STOP     (nothing)
 *    HELLO    (nothing), repeated until welcomed: what is sent before the other side listens is lost
 *  node to executor
 *    PORT     type u8 | its fields
 *    OUTPUT   recipient u8 | service str | node str | question i64 | MESSAGE
 *    WELCOME  (nothing), to each HELLO
 *    DONE     ports i32 | outputs i32 | wake i64 | failure str (empty for none)
 *  MESSAGE = topic str | publisher str | sequence i64 | published i64 | measured i64 | origins bytes | payload
 * </pre>
 */
enum FrameKind {
  START(1),
  ITEM(2),
  CALL(3),
  STOP(4),
  PORT(5),
  OUTPUT(6),
  DONE(7),
  HELLO(8),
  WELCOME(9);

  private final int code;

  FrameKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static FrameKind of(int code) {
    for (FrameKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new MalformedMessageException("frame kind " + code + " does not exist");
  }
}
