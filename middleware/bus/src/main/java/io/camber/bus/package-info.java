/**
 * What a node author sees: nodes, topics, publishers, clocks, health, services. Knows no domain type and no protobuf; a
 * topic brings its codec. Executors live in {@code .execution}, transports in packages of their own.
 */
@NullMarked
package io.camber.bus;

import org.jspecify.annotations.NullMarked;
