/**
 * Where domain values meet protobuf and the bus: the list of topics, and one codec per concept. Start at
 * {@link io.camber.messages.Topics}. Generated classes live in {@code io.camber.messages.proto} and stay behind the codecs.
 */
@NullMarked
package io.camber.messages;

import org.jspecify.annotations.NullMarked;
