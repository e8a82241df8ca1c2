/**
 * The wire between processes of one host: {@link io.camber.bus.shm.SharedMemoryWire} over files that every process maps.
 * One writer per file, readers map it read-only; nobody takes a lock on the way of a message. The layout is drawn at {@code
 * EndLayout} and {@code RecordLayout} and explained in {@code docs/shared-memory.md}. Nothing here knows what the bytes mean.
 */
@NullMarked
package io.camber.bus.shm;

import org.jspecify.annotations.NullMarked;
