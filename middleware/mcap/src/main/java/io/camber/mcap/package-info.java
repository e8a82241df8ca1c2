/**
 * The MCAP container (mcap.dev, format version 0). {@link io.camber.mcap.McapWriter} writes; {@link io.camber.mcap.McapFile}
 * reads files at rest in time order, also damaged and unindexed ones; {@link io.camber.mcap.McapReader} reads streams. Knows
 * bytes and files only: what a message means stays out, and nothing else of Camber is needed.
 */
@NullMarked
package io.camber.mcap;

import org.jspecify.annotations.NullMarked;
