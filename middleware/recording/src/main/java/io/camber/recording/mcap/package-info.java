/**
 * The MCAP container (mcap.dev, format version 0): writer, streaming reader, indexed reader. Main types: {@link
 * io.camber.recording.mcap.McapWriter} and {@link io.camber.recording.mcap.McapFile}. Knows bytes and files only; what a
 * message means stays out.
 */
@NullMarked
package io.camber.recording.mcap;

import org.jspecify.annotations.NullMarked;
